package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A payment link as it looks when made: the one thing of the gateway without {@code entity}, and with 0 for never. */
final class NewLinks {
    private NewLinks() {}

    static Map<String, Object> of(
            String id, long amount, String reference, long expireBy, Input input, Request request, long seconds) {
        Map<String, Object> asked = input.raw();
        var link = new LinkedHashMap<String, Object>();
        link.put("accept_partial", input.flag("accept_partial"));
        link.put("amount", amount);
        link.put("amount_paid", 0);
        link.put("callback_method", Objects.toString(asked.get("callback_method"), ""));
        link.put("callback_url", Objects.toString(asked.get("callback_url"), ""));
        link.put("cancelled_at", 0);
        link.put("created_at", seconds);
        link.put("currency", "INR");
        link.put("customer", asked.getOrDefault("customer", Map.of()));
        link.put("description", Objects.toString(asked.get("description"), ""));
        link.put("expire_by", expireBy);
        link.put("expired_at", 0);
        link.put("first_min_partial_amount", 0);
        link.put("id", id);
        link.put("notes", input.has("notes") ? input.notes() : null);
        link.put("notify", asked.getOrDefault("notify", Map.of("sms", false, "email", false, "whatsapp", false)));
        link.put("order_id", null);
        link.put("payments", null);
        link.put("reference_id", reference);
        link.put("reminder_enable", input.flag("reminder_enable"));
        link.put("reminders", List.of());
        link.put("short_url", "http://" + request.header("Host").orElse("localhost") + "/l/" + id);
        link.put("status", "created");
        link.put("updated_at", seconds);
        link.put("upi_link", false);
        link.put("user_id", "");
        link.put("whatsapp_link", false);
        return link;
    }

    static Map<String, Object> payment(Map<String, Object> link, Map<String, Object> payment) {
        var paid = new LinkedHashMap<String, Object>();
        paid.put("amount", payment.get("amount"));
        paid.put("created_at", payment.get("created_at"));
        paid.put("method", payment.get("method"));
        paid.put("payment_id", payment.get("id"));
        paid.put("plink_id", link.get("id"));
        paid.put("status", "captured");
        paid.put("updated_at", payment.get("created_at"));
        return paid;
    }
}
