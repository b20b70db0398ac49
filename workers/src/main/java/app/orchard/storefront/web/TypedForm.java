package app.orchard.storefront.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form that somebody sent after their log in ran out: carried through the log in, so that nothing is typed twice.
 *
 * @param at where it was sent; empty without one
 * @param fields encoded as forms are
 */
record TypedForm(String at, String fields) {

    private static final int LONGEST = 6000;
    private static final Pattern PATH = Pattern.compile("/(?!stale|login)[\\w/-]{1,200}");

    static final TypedForm NONE = new TypedForm("", "");

    TypedForm {
        at = Objects.requireNonNullElse(at, "");
        fields = Objects.requireNonNullElse(fields, "");
        if (!PATH.matcher(at).matches() || fields.length() > LONGEST) {
            at = "";
            fields = "";
        }
    }

    static TypedForm of(HttpServletRequest request) {
        String fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field ->
                        Arrays.stream(field.getValue()).map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return new TypedForm(sentTo(request), fields);
    }

    /** The address in the browser, also while another one answers for it. */
    static String sentTo(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    public boolean isThere() {
        return !at.isEmpty();
    }

    /** Shows its page again, filled. */
    String view() {
        return "forward:/stale" + at + "?" + fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
