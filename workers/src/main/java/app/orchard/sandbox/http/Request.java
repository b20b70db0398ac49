package app.orchard.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as received.
 *
 * @param at the values of the {@code {names}} of the route's path
 * @param headers names in any case, first values only
 */
public record Request(
        String method,
        String path,
        Map<String, String> at,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body) {

    static Request of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                Map.of(),
                pairs(uri.getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    Request at(Map<String, String> values) {
        return new Request(method, path, values, query, headers, body);
    }

    /** The value a route's path holds under this name. */
    public String at(String name) {
        return Optional.ofNullable(at.get(name)).orElseThrow();
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getFirst);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object, an empty body as an empty one. */
    public Map<String, Object> json() {
        return body.length == 0 ? new LinkedHashMap<>() : Json.object(text());
    }

    /** The body as a submitted form, first values only. */
    public Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        pairs(text()).forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }

    private static Map<String, List<String>> pairs(@Nullable String encoded) {
        var pairs = new LinkedHashMap<String, List<String>>();
        if (encoded == null || encoded.isBlank()) {
            return pairs;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            pairs.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return pairs;
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
