package app.orchard.storefront.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What we tell browsers about our answers. */
final class SecurityHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** For answers that no browser should show as a page. */
    static void forPrograms(HeadersConfigurer<HttpSecurity> headers) {
        forPages(headers, NOTHING);
    }

    /** @param policy the content security policy */
    static void forPages(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(self), payment=(self)"));
    }
}
