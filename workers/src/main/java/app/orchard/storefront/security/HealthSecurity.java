package app.orchard.storefront.security;

import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** {@code /actuator/health}: everybody sees whether it is up; what is wrong, only people who work here. */
@Configuration(proxyBeanMethods = false)
class HealthSecurity {

    @Bean
    @Order(12)
    SecurityFilterChain healthChain(HttpSecurity http, StaffAccounts accounts, Clock clock) {
        return http.securityMatcher("/actuator", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::forPrograms)
                .authenticationProvider(new StaffAuthentication(new StaffLogins(accounts, clock)))
                .httpBasic(basic -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
