package app.orchard.storefront.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie with the token of somebody who is logged in. Scripts cannot read it. */
record TokenCookie(String name, String path, String sameSite) {

    Optional<String> tokenOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    void set(String token, Instant expiresAt, Clock clock, HttpServletRequest request, HttpServletResponse response) {
        add(token, Duration.between(clock.instant(), expiresAt), request, response);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(sameSite)
                .path(path)
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
