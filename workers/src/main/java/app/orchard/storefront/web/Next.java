package app.orchard.storefront.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Where to go on: an address of this shop and of nobody else. */
final class Next {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w/?=&.%-]{0,300}");

    private Next() {}

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
