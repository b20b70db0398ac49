package app.orchard.messaging.wati;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * News from the provider. Nobody signs it: it is believed only about messages we sent, and only forward.
 *
 * @param type without version suffix, so that both versions of one event are one
 * @param localId ours, only in the second version
 * @param phone E.164, often absent from statuses
 */
public record WatiEvent(
        Kind kind,
        String type,
        @Nullable String localId,
        @Nullable String whatsappId,
        @Nullable String id,
        @Nullable String phone,
        String text,
        String failedCode,
        @Nullable Instant at) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What an event says. */
    public enum Kind {
        WRITTEN_BY_CUSTOMER,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        OTHER
    }

    /** @throws tools.jackson.core.JacksonException when it is no JSON object */
    public static WatiEvent parse(String json) {
        JsonNode body = MAPPER.readValue(json, ObjectNode.class);
        String type = body.path("eventType").asString("").replaceAll("(_v\\d+|_bsuid)+$", "");
        Kind kind = kind(type.toLowerCase(Locale.ROOT));
        boolean ours = body.path("owner").asBoolean(false);
        return new WatiEvent(
                kind == Kind.WRITTEN_BY_CUSTOMER && ours ? Kind.OTHER : kind,
                type,
                text(body, "localMessageId"),
                text(body, "whatsappMessageId"),
                text(body, "id"),
                Optional.ofNullable(text(body, "waId")).map(WatiEvent::e164).orElse(null),
                body.path("text").asString(""),
                body.path("failedCode").asString(""),
                at(body));
    }

    /**
     * The event as it may be kept: news of our own messages without their text, which may be a one-time code.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON object
     */
    public static String keepable(String json) {
        ObjectNode body = MAPPER.readValue(json, ObjectNode.class);
        return parse(json).kind() == Kind.WRITTEN_BY_CUSTOMER
                ? json
                : body.without(List.of("text", "finalText")).toString();
    }

    /** The same occurrence has the same key, however often and in whichever version it is told. */
    public Optional<String> dedupKey() {
        return Stream.of(whatsappId, localId, id)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(key -> type + ":" + key);
    }

    private static Kind kind(String type) {
        if (type.startsWith("templatemessagefailed") || type.startsWith("sessionmessagefailed")) {
            return Kind.FAILED;
        }
        if (type.startsWith("templatemessagesent") || type.startsWith("sessionmessagesent")) {
            return Kind.SENT;
        }
        return switch (type) {
            case "message", "newcontactmessagereceived" -> Kind.WRITTEN_BY_CUSTOMER;
            case "sentmessagedelivered" -> Kind.DELIVERED;
            case "sentmessageread", "sentmessagereplied" -> Kind.READ;
            default -> Kind.OTHER;
        };
    }

    private static @Nullable Instant at(JsonNode body) {
        return WireTime.of(body.path("timestamp").asString(""))
                .or(() -> WireTime.of(body.path("created").asString("")))
                .orElse(null);
    }

    private static @Nullable String e164(String waId) {
        return waId.matches("[1-9]\\d{7,14}") ? "+" + waId : null;
    }

    private static @Nullable String text(JsonNode body, String name) {
        String text = body.path(name).asString("");
        return text.isBlank() || text.length() > 200 ? null : text;
    }

    @Override
    public String toString() {
        return "WatiEvent[" + type + "]";
    }
}
