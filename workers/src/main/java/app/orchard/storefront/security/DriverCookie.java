package app.orchard.storefront.security;

import app.orchard.staff.StaffSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps a driver logged in on their phone: the token in a cookie that scripts cannot read and other sites cannot have
 * sent. It counts only beside the header {@value #HEADER}, which a form of another site cannot set.
 */
@Component
public class DriverCookie {

    static final String HEADER = "X-Orchard-Driver";
    private static final String NAME = "orchard_driver";
    private static final String PATH = "/api/staff";

    private final Clock clock;

    DriverCookie(Clock clock) {
        this.clock = clock;
    }

    public static Optional<String> tokenOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    public void set(StaffSession session, HttpServletRequest request, HttpServletResponse response) {
        add(session.token(), Duration.between(clock.instant(), session.expiresAt()), request, response);
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private static void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(PATH)
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
