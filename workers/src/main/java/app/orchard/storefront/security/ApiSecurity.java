package app.orchard.storefront.security;

import app.orchard.customer.Logins;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** {@code /api}: customers by bearer token; no session, no cookie, so nothing that another site could ride on. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(20)
    SecurityFilterChain apiChain(HttpSecurity http, Logins logins, Refusals refusals) {
        return http.securityMatcher("/api", "/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> SecurityHeaders.forPrograms(headers))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/api/products/**", "/api/apartments", "/api/slots", "/api/carts/**")
                                .permitAll()
                                .requestMatchers("/api/login/codes")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/login")
                                .permitAll()
                                .anyRequest()
                                .hasAuthority("CUSTOMER"))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            refusals.answer(request, response, Refusals.logInFirst());
                        })
                        .accessDeniedHandler(
                                (request, response, e) -> refusals.answer(request, response, Refusals.notAllowed())))
                .addFilterBefore(new CustomerTokens(logins, BearerToken::of), AuthorizationFilter.class)
                .addFilterBefore(new BodyLimit(refusals), CustomerTokens.class)
                .addFilterBefore(new Outages(refusals), BodyLimit.class)
                .build();
    }
}
