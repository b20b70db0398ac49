package app.orchard.storefront.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Where to go on: an address of this shop and of nobody else. */
final class Next {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w/?=&.%-]{0,300}");

    /** Of addresses that forms are sent to, the page that the form stands on. */
    private static final Pattern OF_FORM =
            Pattern.compile("^(/cart|/checkout|/login|/account|/orders/[0-9a-f-]{36})/(?!addresses|delete|pay).*$");

    private Next() {}

    /** The page to come back to from an address that perhaps only takes a form. */
    static String pageOf(String address) {
        return OF_FORM.matcher(address).replaceFirst("$1");
    }

    /** The page of ours that somebody comes from; the first page when they do not. */
    static String before(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String ours = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
        return referer != null && referer.startsWith(ours + "/") ? referer.substring(ours.length()) : "/";
    }

    static String safe(String next) {
        return OURS.matcher(next).matches() ? next : "/";
    }
}
