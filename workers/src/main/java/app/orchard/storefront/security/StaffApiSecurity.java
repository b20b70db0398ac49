package app.orchard.storefront.security;

import app.orchard.staff.StaffAccounts;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** {@code /api/staff}: programs of the people who work here, by HTTP Basic. What each may do, services decide. */
@Configuration(proxyBeanMethods = false)
class StaffApiSecurity {

    @Bean
    @Order(15)
    SecurityFilterChain staffApiChain(HttpSecurity http, StaffAccounts accounts, Clock clock, Refusals refusals) {
        AuthenticationEntryPoint entry = entryPoint(refusals);
        return http.securityMatcher("/api/staff", "/api/staff/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::forPrograms)
                .authenticationProvider(new StaffAuthentication(new StaffLogins(accounts, clock)))
                .httpBasic(basic -> basic.authenticationEntryPoint(entry))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(entry)
                        .accessDeniedHandler(
                                (request, response, e) -> refusals.answer(request, response, Refusals.notAllowed())))
                .addFilterBefore(new BodyLimit(refusals), BasicAuthenticationFilter.class)
                .addFilterBefore(new Outages(refusals), BodyLimit.class)
                .build();
    }

    private static AuthenticationEntryPoint entryPoint(Refusals refusals) {
        return (request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Orchard staff\", charset=\"UTF-8\"");
            refusals.answer(request, response, reason(e));
        };
    }

    private static Exception reason(AuthenticationException e) {
        return e.getCause() instanceof app.orchard.shared.Refusal refusal ? refusal : Refusals.logInFirst();
    }
}
