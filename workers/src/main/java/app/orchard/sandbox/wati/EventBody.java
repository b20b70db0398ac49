package app.orchard.sandbox.wati;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One webhook's content.
 *
 * @param type without version suffix
 * @param hasPair whether it exists in a first and a second version
 * @param needsWaId whether the phone is always in it: statuses may leave {@code waId} out
 */
record EventBody(String type, boolean hasPair, boolean needsWaId, Map<String, Object> fields) {

    static EventBody sent(ChatMessage message) {
        var fields = common(message);
        boolean template = !message.template().isEmpty();
        fields.put("templateName", message.template());
        fields.put("created", message.at().toString());
        fields.put("statusString", "SENT");
        fields.put("sourceType", "API");
        fields.put("waId", message.phone());
        return new EventBody(template ? "templateMessageSent" : "sessionMessageSent", true, true, fields);
    }

    static EventBody status(ChatMessage message, String event, String status, Instant at) {
        var fields = common(message);
        fields.put("statusString", status);
        fields.put("timestamp", String.valueOf(at.getEpochSecond()));
        fields.put("channelPhoneNumber", "910000000000");
        return new EventBody("sentMessage" + event, true, false, fields);
    }

    static EventBody failed(ChatMessage message, String code, Instant at) {
        var fields = common(message);
        boolean template = !message.template().isEmpty();
        fields.put("text", null);
        fields.put("type", template ? "template" : "session");
        fields.put("statusString", "Failed");
        fields.put("failedCode", code);
        fields.put("failedDetail", "Message undeliverable (" + code + ")");
        fields.put("timestamp", String.valueOf(at.getEpochSecond()));
        return new EventBody(template ? "templateMessageFailed" : "sessionMessageFailed", false, false, fields);
    }

    static EventBody inbound(ChatMessage message, String name) {
        var fields = common(message);
        fields.remove("localMessageId");
        fields.put("created", message.at().toString());
        fields.put("type", "text");
        fields.put("timestamp", String.valueOf(message.at().getEpochSecond()));
        fields.put("owner", false);
        fields.put("statusString", "SENT");
        fields.put("data", null);
        fields.put("waId", message.phone());
        fields.put("senderName", name);
        return new EventBody("message", false, true, fields);
    }

    Map<String, Object> versionOne(Optional<String> waId) {
        var body = versionTwo(waId);
        body.remove("localMessageId");
        body.put("eventType", type);
        return body;
    }

    Map<String, Object> versionTwo(Optional<String> waId) {
        var body = new LinkedHashMap<>(fields);
        if (!needsWaId) {
            waId.ifPresent(id -> body.put("waId", id));
        }
        body.put("eventType", hasPair ? type + "_v2" : type);
        return body;
    }

    private static Map<String, Object> common(ChatMessage message) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("localMessageId", message.localId());
        fields.put("id", message.id());
        fields.put("whatsappMessageId", message.whatsappId());
        fields.put("conversationId", "conversation-" + message.phone());
        fields.put("ticketId", message.ticket());
        fields.put("text", message.text());
        fields.put("type", message.template().isEmpty() ? "text" : "template");
        fields.put("operatorEmail", "api@example.com");
        return fields;
    }
}
