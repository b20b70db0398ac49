package app.orchard.sandbox.razorpay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A payment entity as it looks when the customer has just chosen how to pay. */
final class NewPayments {
    private NewPayments() {}

    static Map<String, Object> of(Map<String, Object> order, Attempt attempt, String id, long seconds) {
        boolean upi = attempt.method().equals("upi");
        var payment = new LinkedHashMap<String, Object>();
        payment.put("id", id);
        payment.put("entity", "payment");
        payment.put("amount", order.get("amount"));
        payment.put("currency", order.get("currency"));
        payment.put("status", "created");
        payment.put("order_id", order.get("id"));
        payment.put("invoice_id", null);
        payment.put("international", false);
        payment.put("method", attempt.method());
        payment.put("amount_refunded", 0);
        payment.put("refund_status", null);
        payment.put("captured", false);
        payment.put("description", null);
        payment.put("card_id", attempt.method().equals("card") ? "card_" + id.substring(4) : null);
        payment.put("bank", attempt.method().equals("netbanking") ? "HDFC" : null);
        payment.put("wallet", null);
        payment.put("vpa", upi ? "success@razorpay" : null);
        payment.put("email", "void@razorpay.com");
        payment.put("contact", "+919000000000");
        payment.put("notes", List.of());
        payment.put("fee", null);
        payment.put("tax", null);
        for (String field : List.of("code", "description", "source", "step", "reason")) {
            payment.put("error_" + field, null);
        }
        payment.put("acquirer_data", upi ? Map.of("rrn", "%012d".formatted(seconds)) : Map.of("auth_code", "828553"));
        payment.put("created_at", seconds);
        if (upi) {
            payment.put(
                    "upi", Map.of("vpa", "success@razorpay", "payer_account_type", "bank_account", "flow", "intent"));
        }
        return payment;
    }
}
