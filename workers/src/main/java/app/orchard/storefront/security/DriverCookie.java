package app.orchard.storefront.security;

import app.orchard.staff.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps a driver logged in on their phone: the token in a cookie that scripts cannot read and other sites cannot have
 * sent. It counts only beside the header {@value #HEADER}, which a form of another site cannot set.
 */
@Component
public class DriverCookie {

    static final String HEADER = "X-Orchard-Driver";
    private static final TokenCookie COOKIE = new TokenCookie("orchard_driver", "/api/staff", "Strict");

    private final Clock clock;

    DriverCookie(Clock clock) {
        this.clock = clock;
    }

    public static Optional<String> tokenOf(HttpServletRequest request) {
        return COOKIE.tokenOf(request);
    }

    public void set(StaffSession session, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(session.token(), session.expiresAt(), clock, request, response);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.remove(request, response);
    }
}
