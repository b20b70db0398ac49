package app.orchard.storefront.security;

import app.orchard.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets filters refuse in the words in which controllers do. */
@Component
class Refusals {

    private final HandlerExceptionResolver resolver;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception refusal) {
        resolver.resolveException(request, response, null, refusal);
    }

    static Refusal logInFirst() {
        return Refusal.unauthenticated("log-in-first", "Please log in first.");
    }

    static Refusal notAllowed() {
        return Refusal.forbidden("You may not do this.");
    }
}
