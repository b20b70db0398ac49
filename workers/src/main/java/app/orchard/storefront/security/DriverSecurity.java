package app.orchard.storefront.security;

import app.orchard.staff.StaffSessions;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The driver's page, the way into it, and the staff's API as it asks for it: by the token of the phone. */
@Configuration(proxyBeanMethods = false)
class DriverSecurity {

    // A photo is looked at before it is sent, and drawn smaller
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** The page is the same for everybody; what it shows comes from the API. */
    @Bean
    @Order(12)
    SecurityFilterChain driverPageChain(HttpSecurity http) {
        return http.securityMatcher("/driver", "/driver/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // What the page is made of is kept by browsers as its own answers say
                .headers(headers -> {
                    SecurityHeaders.forPages(headers, POLICY);
                    headers.cacheControl(cache -> cache.disable());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(13)
    SecurityFilterChain driverLoginChain(HttpSecurity http, Refusals refusals) {
        return http.securityMatcher("/api/login/driver")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::forPrograms)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, e) -> refusals.answer(request, response, Refusals.logInFirst())))
                .addFilterBefore(new BodyLimit(refusals), AuthorizationFilter.class)
                .addFilterBefore(new Outages(refusals), BodyLimit.class)
                .build();
    }

    /** Nothing here asks the browser to ask for a password: the page has its own way to log in. */
    @Bean
    @Order(14)
    SecurityFilterChain driverApiChain(HttpSecurity http, StaffSessions sessions, Refusals refusals) {
        return http.securityMatcher(fromThePage())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::forPrograms)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, e) -> refusals.answer(request, response, Refusals.logInFirst()))
                        .accessDeniedHandler(
                                (request, response, e) -> refusals.answer(request, response, Refusals.notAllowed())))
                .addFilterBefore(new DriverTokens(sessions), AuthorizationFilter.class)
                .addFilterBefore(new BodyLimit(refusals), DriverTokens.class)
                .addFilterBefore(new Outages(refusals), BodyLimit.class)
                .build();
    }

    private static RequestMatcher fromThePage() {
        return request -> request.getRequestURI().startsWith("/api/staff/")
                && request.getHeader(DriverCookie.HEADER) != null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
