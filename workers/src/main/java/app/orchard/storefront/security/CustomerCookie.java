package app.orchard.storefront.security;

import app.orchard.customer.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps a customer logged in to the shop's pages: their token in a cookie that scripts cannot read. */
@Component
public class CustomerCookie {

    private static final TokenCookie COOKIE = new TokenCookie("orchard_customer", "/", "Lax");

    private final Clock clock;

    CustomerCookie(Clock clock) {
        this.clock = clock;
    }

    public static Optional<String> tokenOf(HttpServletRequest request) {
        return COOKIE.tokenOf(request);
    }

    public void set(Session session, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(session.token(), session.expiresAt(), clock, request, response);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.remove(request, response);
    }
}
