package app.orchard.messaging.wati;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the provider's words into ours, without telephone numbers in them. */
final class Wording {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 300;

    private Wording() {}

    static String refusal(String reason) {
        return reason.isBlank()
                ? "The WhatsApp provider refused without a reason."
                : "The WhatsApp provider refused: " + plain(reason);
    }

    /** Depending on the route the reason stands under one of these names. */
    static Optional<String> in(JsonNode answer) {
        return Stream.of("error", "message", "info", "description")
                .map(answer::path)
                .map(node -> node.isObject() ? node.path("message") : node)
                .map(node -> node.asString(""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    static String in(String body) {
        try {
            return in(MAPPER.readTree(body)).orElse("");
        } catch (JacksonException e) {
            return body.startsWith("<") ? "" : body;
        }
    }

    static String plain(String text) {
        String line = text.replaceAll("\\d{8,}", "…").replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
