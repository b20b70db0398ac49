package app.orchard.storefront.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** What a browser keeps for a visitor, log in or not; the cart survives a restart of the browser. */
enum ShopCookie {
    CART("orchard_cart", Duration.ofDays(90)),
    PLACE("orchard_place", Duration.ofDays(365));

    private final String cookieName;
    private final Duration age;

    ShopCookie(String cookieName, Duration age) {
        this.cookieName = cookieName;
        this.age = age;
    }

    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName)).map(Cookie::getValue);
    }

    void set(String value, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookieName, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
