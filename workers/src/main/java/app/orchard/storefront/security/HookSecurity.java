package app.orchard.storefront.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What vendors send proves itself by signature or secret, which the controllers check. */
@Configuration(proxyBeanMethods = false)
class HookSecurity {

    @Bean
    @Order(40)
    SecurityFilterChain hooksChain(HttpSecurity http) {
        return http.securityMatcher("/hooks/**", "/payments/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::forPrograms)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
