package app.orchard.storefront.security;

import app.orchard.customer.Logins;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Everything else is pages of the shop: customers by cookie, forms with a token against forgery. Pages decide
 * themselves whom they ask to log in, so that a visitor gets as far as the checkout.
 */
@Configuration(proxyBeanMethods = false)
class ShopSecurity {

    private static final URI REAL_CHECKOUT = URI.create("https://checkout.razorpay.com");
    private static final String REAL_CHECKOUT_NEEDS = " https://api.razorpay.com https://*.razorpay.com";

    @Bean
    @Order(1000)
    SecurityFilterChain shopChain(
            HttpSecurity http,
            Logins logins,
            Refusals refusals,
            @Value("${orchard.razorpay.checkout-script:}") String script,
            @Value("${orchard.razorpay.base-url:}") String baseUrl) {
        String policy = policy(checkout(script, baseUrl));
        return http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()).csrfTokenRequestHandler(atOnce()))
                .exceptionHandling(errors -> errors.accessDeniedHandler(new StaleForm()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> SecurityHeaders.forPages(headers, policy))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new CustomerTokens(logins, CustomerCookie::tokenOf), AuthorizationFilter.class)
                .addFilterBefore(new Outages(refusals), CustomerTokens.class)
                .build();
    }

    /** Before the page is written: later its cookie would come after the headers are gone. */
    private static XorCsrfTokenRequestAttributeHandler atOnce() {
        XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** Lasts, so that a page that was open over night still works. */
    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.maxAge(Duration.ofDays(30)).sameSite("Lax"));
        return tokens;
    }

    private static String checkout(String script, String baseUrl) {
        URI where = !script.isBlank() ? URI.create(script) : baseUrl.isBlank() ? REAL_CHECKOUT : URI.create(baseUrl);
        String origin = where.getScheme() + "://" + where.getAuthority();
        return where.getHost().endsWith("razorpay.com") ? origin + REAL_CHECKOUT_NEEDS : origin;
    }

    private static String policy(String checkout) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' " + checkout,
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self' " + checkout,
                "frame-src " + checkout,
                "form-action 'self' " + checkout,
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
