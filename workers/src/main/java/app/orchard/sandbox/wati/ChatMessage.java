package app.orchard.sandbox.wati;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One message on one phone.
 *
 * @param localId the sender's own id for it, may be empty
 * @param fromCustomer typed by the customer, else sent by the business
 * @param template empty for free text
 * @param code the one-time code it carries, else empty
 * @param status SENT, DELIVERED, READ or FAILED
 */
record ChatMessage(
        String id,
        String whatsappId,
        String localId,
        String phone,
        boolean fromCustomer,
        String template,
        String category,
        String text,
        String code,
        String ticket,
        Instant at,
        String status) {

    ChatMessage with(String status) {
        return new ChatMessage(
                id, whatsappId, localId, phone, fromCustomer, template, category, text, code, ticket, at, status);
    }

    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("id", id);
        kept.put("whatsappMessageId", whatsappId);
        kept.put("localMessageId", localId);
        kept.put("phone", phone);
        kept.put("from", fromCustomer ? "customer" : "business");
        kept.put("template", template);
        kept.put("category", category);
        kept.put("text", text);
        kept.put("code", code);
        kept.put("ticketId", ticket);
        kept.put("at", at.toString());
        kept.put("status", status);
        return kept;
    }

    static ChatMessage of(Map<String, Object> kept) {
        return new ChatMessage(
                text(kept, "id"),
                text(kept, "whatsappMessageId"),
                text(kept, "localMessageId"),
                text(kept, "phone"),
                text(kept, "from").equals("customer"),
                text(kept, "template"),
                text(kept, "category"),
                text(kept, "text"),
                text(kept, "code"),
                text(kept, "ticketId"),
                Instant.parse(text(kept, "at")),
                text(kept, "status"));
    }

    private static String text(Map<String, Object> kept, String name) {
        return Objects.toString(kept.get(name), "");
    }
}
