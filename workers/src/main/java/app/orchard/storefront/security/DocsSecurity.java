package app.orchard.storefront.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The description of the API is for everybody. */
@Configuration(proxyBeanMethods = false)
class DocsSecurity {

    // The page of Swagger UI brings its styles along with its elements
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(10)
    SecurityFilterChain docsChain(HttpSecurity http) {
        return http.securityMatcher("/api/docs", "/api/openapi.json", "/api/openapi.json/*", "/api/swagger-ui/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> SecurityHeaders.forPages(headers, POLICY))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
