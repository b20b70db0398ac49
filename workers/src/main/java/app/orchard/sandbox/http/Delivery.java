package app.orchard.sandbox.http;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One webhook on its way. */
public record Delivery(
        String id, URI to, Map<String, String> headers, String body, Instant createdAt, Instant dueAt, int attempts) {

    Delivery again(Instant at) {
        return new Delivery(id, to, headers, body, createdAt, at, attempts + 1);
    }

    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("id", id);
        kept.put("to", to.toString());
        kept.put("headers", headers);
        kept.put("body", body);
        kept.put("createdAt", createdAt.toString());
        kept.put("dueAt", dueAt.toString());
        kept.put("attempts", attempts);
        return kept;
    }

    static Delivery of(Map<String, Object> kept) {
        var headers = new LinkedHashMap<String, String>();
        if (kept.get("headers") instanceof Map<?, ?> values) {
            values.forEach((name, value) -> headers.put(Objects.toString(name), Objects.toString(value)));
        }
        return new Delivery(
                Objects.toString(kept.get("id")),
                URI.create(Objects.toString(kept.get("to"))),
                headers,
                Objects.toString(kept.get("body")),
                Instant.parse(Objects.toString(kept.get("createdAt"))),
                Instant.parse(Objects.toString(kept.get("dueAt"))),
                kept.get("attempts") instanceof Number attempts ? attempts.intValue() : 0);
    }
}
