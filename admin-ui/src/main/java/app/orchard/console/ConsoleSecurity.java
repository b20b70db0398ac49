package app.orchard.console;

import app.orchard.staff.StaffAccounts;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may come into the console. What they may do there is decided by the services they call. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** As strict as Vaadin bears: its client makes functions of texts, and puts styles into the page. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'none'");

    private static final String[] OPEN = {"/webjars/**", "/console-assets/**", "/aura/**"};

    @Bean
    @Order(50)
    SecurityFilterChain consoleAssets(HttpSecurity http) {
        return http.securityMatcher(OPEN)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(none -> none.disable())
                .securityContext(none -> none.disable())
                .requestCache(none -> none.disable())
                .build();
    }

    @Bean
    @Order(51)
    SecurityFilterChain console(HttpSecurity http, StaffAccounts accounts, Clock clock) {
        return http.securityMatcher("/console/**", "/console")
                .authenticationProvider(new StaffLogin(accounts, clock))
                .addFilterBefore(new StillLoggedIn(accounts), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class, "/console/login")
                                .defaultSuccessUrl("/console/")
                                // Addresses that lead nowhere are answered by a page of the console
                                .anyRequest(any -> any.authenticated()))
                .build();
    }
}
