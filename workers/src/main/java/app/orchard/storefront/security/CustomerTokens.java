package app.orchard.storefront.security;

import app.orchard.customer.Logins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a customer by the token of their log in. A token that is unknown or too old is as good as none. */
class CustomerTokens extends OncePerRequestFilter {

    private final Logins logins;
    private final Function<HttpServletRequest, Optional<String>> tokenOf;

    CustomerTokens(Logins logins, Function<HttpServletRequest, Optional<String>> tokenOf) {
        this.logins = logins;
        this.tokenOf = tokenOf;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        tokenOf.apply(request).flatMap(logins::whoHas).ifPresent(customer -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new CustomerAuthentication(customer));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
