package app.orchard.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One answer: status, body with its content type, and further headers. */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    public static Reply json(int status, Object body) {
        return new Reply(status, "application/json", Json.bytes(body), Map.of());
    }

    public static Reply html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply seeOther(String location) {
        return new Reply(303, "text/plain", new byte[0], Map.of("Location", location));
    }

    public Reply with(String header, String value) {
        return new Reply(status, contentType, body, Map.of(header, value));
    }

    /** The same answer with the second half of its body missing. */
    Reply cutInHalf() {
        return new Reply(status, contentType, Arrays.copyOf(body, body.length / 2), headers);
    }
}
