package app.orchard.payment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The gateway has no session with us: its signatures are what lets it in. */
@Configuration(proxyBeanMethods = false)
class RazorpayAccess {

    @Bean
    @Order(10)
    SecurityFilterChain razorpayEndpointsSecurity(HttpSecurity http) {
        return http.securityMatcher(RazorpayEndpoints.WEBHOOK, Payments.CALLBACK)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
