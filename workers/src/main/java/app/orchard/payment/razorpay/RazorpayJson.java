package app.orchard.payment.razorpay;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.Optional;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's JSON, which spells nothing as null, as {@code []} or by leaving it out. */
final class RazorpayJson {
    static final String KEY_NOTE = "refund_key";

    private RazorpayJson() {}

    /** @throws JSONException when it is no event */
    static GatewayEvent event(String body) {
        JSONObject event = new JSONObject(body);
        JSONObject payload = event.optJSONObject("payload", new JSONObject());
        return new GatewayEvent(
                event.getString("event"),
                Optional.of(event.optLong("created_at"))
                        .filter(seconds -> seconds > 0)
                        .map(Instant::ofEpochSecond),
                entity(payload, "payment").map(RazorpayJson::payment),
                entity(payload, "refund").map(RazorpayJson::refund));
    }

    static GatewayPayment payment(JSONObject json) {
        return new GatewayPayment(
                json.getString("id"),
                json.isNull("order_id") ? null : json.getString("order_id"),
                Money.of(json.getLong("amount")),
                Money.of(json.optLong("amount_refunded")),
                json.optString("currency"),
                json.isNull("method") ? "" : json.optString("method"),
                state(json),
                json.isNull("error_reason") ? "" : json.optString("error_reason"));
    }

    static GatewayRefund refund(JSONObject json) {
        JSONObject notes = json.optJSONObject("notes", new JSONObject());
        return new GatewayRefund(
                json.getString("id"),
                json.getString("payment_id"),
                Money.of(json.getLong("amount")),
                notes.optString(KEY_NOTE),
                switch (json.optString("status")) {
                    case "processed" -> GatewayRefund.State.PROCESSED;
                    case "failed" -> GatewayRefund.State.FAILED;
                    default -> GatewayRefund.State.PENDING;
                });
    }

    static GatewayEntry entry(JSONObject json) {
        return new GatewayEntry(
                json.getString("entity_id"),
                switch (json.optString("type")) {
                    case "payment" -> GatewayEntry.Kind.PAYMENT;
                    case "refund" -> GatewayEntry.Kind.REFUND;
                    default -> GatewayEntry.Kind.OTHER;
                },
                text(json, "payment_id"),
                Money.of(json.getLong("amount")),
                Money.of(json.optLong("fee")),
                Money.of(json.optLong("credit")),
                Money.of(json.optLong("debit")),
                text(json, "settlement_id"),
                text(json, "settlement_utr"),
                Instant.ofEpochSecond(json.getLong("created_at")),
                Instant.ofEpochSecond(json.getLong("settled_at")));
    }

    private static @Nullable String text(JSONObject json, String field) {
        return json.isNull(field) ? null : json.getString(field);
    }

    private static GatewayPayment.State state(JSONObject json) {
        boolean captured = json.optBoolean("captured");
        return switch (json.optString("status")) {
            case "captured" -> GatewayPayment.State.CAPTURED;
            case "refunded" -> captured ? GatewayPayment.State.CAPTURED : GatewayPayment.State.RETURNED;
            case "authorized" -> GatewayPayment.State.AUTHORIZED;
            case "failed" -> GatewayPayment.State.FAILED;
            default -> GatewayPayment.State.STARTED;
        };
    }

    private static Optional<JSONObject> entity(JSONObject payload, String name) {
        return Optional.ofNullable(payload.optJSONObject(name)).map(member -> member.optJSONObject("entity"));
    }
}
