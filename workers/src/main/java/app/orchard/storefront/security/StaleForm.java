package app.orchard.storefront.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * A form whose token against forgery is too old: nothing is done, and its page comes back with what was typed, from
 * the address below {@value #AGAIN}. For a form of another site there is no such kindness.
 */
class StaleForm implements AccessDeniedHandler {

    /** Whatever is there shows a filled page and changes nothing. */
    static final String AGAIN = "/stale";

    private static final List<String> OURS = List.of("same-origin", "none", "");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST") && isOurs(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher(AGAIN + request.getServletPath()).forward(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** As browsers tell; old ones tell by the page before. */
    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String from = request.getHeader(HttpHeaders.ORIGIN) == null
                ? request.getHeader(HttpHeaders.REFERER)
                : request.getHeader(HttpHeaders.ORIGIN);
        String host = "://" + request.getHeader(HttpHeaders.HOST);
        return OURS.contains(site == null ? "" : site)
                && from != null
                && (from.endsWith(host) || from.contains(host + "/"))
                && !request.getServletPath().startsWith(AGAIN);
    }
}
