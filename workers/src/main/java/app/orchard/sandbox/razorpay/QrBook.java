package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.Events.Event;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway's UPI codes: active until closed by hand, by time, or by the payment of one that is for a single use. */
final class QrBook {
    private static final Set<String> CREATE = Set.of(
            "type",
            "name",
            "usage",
            "fixed_amount",
            "payment_amount",
            "description",
            "customer_id",
            "close_by",
            "notes");
    private static final long SHORTEST_LIFE = Duration.ofMinutes(2).toSeconds();

    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final PaymentBook payments;
    private final Events events;

    QrBook(Store store, SandboxClock clock, Ids ids, PaymentBook payments, Events events) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.payments = payments;
        this.events = events;
    }

    Map<String, Object> create(Request request) {
        Input input = Input.of(request, CREATE);
        oneOf(input, "type", Set.of("upi_qr"));
        oneOf(input, "usage", Set.of("single_use", "multiple_use"));
        Optional<Long> amount =
                input.flag("fixed_amount") ? Optional.of(input.amount("payment_amount")) : Optional.empty();
        long closeBy = input.number("close_by", 0);
        if (closeBy != 0 && closeBy < clock.seconds() + SHORTEST_LIFE) {
            throw Problem.invalid("close_by", "close_by should be at least 2 minutes after current time");
        }
        return kept(active(ids.next("qr"), input, amount, closeBy), "created");
    }

    private Map<String, Object> active(String id, Input input, Optional<Long> amount, long closeBy) {
        var code = new LinkedHashMap<String, Object>();
        code.put("id", id);
        code.put("entity", "qr_code");
        code.put("created_at", clock.seconds());
        for (String given : List.of("name", "usage", "type", "description", "customer_id")) {
            code.put(given, input.raw().get(given));
        }
        code.put("image_url", "https://rzp.io/i/" + id);
        code.put("fixed_amount", amount.isPresent());
        code.put("payment_amount", amount.orElse(null));
        code.put("status", "active");
        code.put("payments_amount_received", 0);
        code.put("payments_count_received", 0);
        code.put("notes", input.notes());
        code.put("close_by", closeBy == 0 ? null : closeBy);
        code.put("closed_at", null);
        code.put("close_reason", null);
        return code;
    }

    Map<String, Object> get(String id) {
        Map<String, Object> code = store.get("qr_code", Ids.checked("qr", id))
                .orElseThrow(() -> Problem.refused("The id provided does not exist"));
        boolean over = code.get("close_by") instanceof Number end && end.longValue() <= clock.seconds();
        return over && isActive(code) ? closed(code, null) : code;
    }

    Map<String, Object> list(Request request) {
        return Listing.page(store.all("qr_code"), request);
    }

    Map<String, Object> paymentsOf(Request request) {
        Object code = get(request.at("id")).get("id");
        var paid = store.where("scan", scan -> Objects.equals(scan.get("qr_code"), code)).stream()
                .map(scan -> payments.get(Objects.toString(scan.get("payment"))))
                .toList();
        return Listing.page(paid, request);
    }

    Map<String, Object> close(Request request) {
        return closed(active(request), "on_demand");
    }

    /** A customer scans it and pays the amount of the code, or the one they type. */
    Map<String, Object> scan(Request request) {
        Map<String, Object> code = active(request);
        long amount = number(code, "payment_amount", number(request.json(), "amount", 0));
        Map<String, Object> payment = payments.withoutOrder(amount);
        String paymentId = Objects.toString(payment.get("id"));
        store.put("scan", paymentId, Map.of("payment", paymentId, "qr_code", request.at("id")));
        code.put("payments_amount_received", number(code, "payments_amount_received", 0) + amount);
        code.put("payments_count_received", number(code, "payments_count_received", 0) + 1);
        store.put("qr_code", Objects.toString(code.get("id")), code);
        var both = new LinkedHashMap<String, Map<String, Object>>();
        both.put("payment", payment);
        both.put("qr_code", code);
        events.happened(List.of(
                new Event("payment.captured", Map.of("payment", payment)), new Event("qr_code.credited", both)));
        if (Objects.equals(code.get("usage"), "single_use")) {
            closed(code, "paid");
        }
        return payment;
    }

    private Map<String, Object> active(Request request) {
        Map<String, Object> code = get(request.at("id"));
        if (!isActive(code)) {
            throw Problem.refused("The QR Code is already closed.");
        }
        return code;
    }

    private static boolean isActive(Map<String, Object> code) {
        return Objects.equals(code.get("status"), "active");
    }

    private Map<String, Object> closed(Map<String, Object> code, @Nullable String reason) {
        code.put("status", "closed");
        code.put("closed_at", clock.seconds());
        code.put("close_reason", reason);
        return kept(code, "closed");
    }

    private Map<String, Object> kept(Map<String, Object> code, String event) {
        store.put("qr_code", Objects.toString(code.get("id")), code);
        events.happened(List.of(new Event("qr_code." + event, Map.of("qr_code", code))));
        return code;
    }

    private static void oneOf(Input input, String field, Set<String> allowed) {
        if (!allowed.contains(Objects.toString(input.raw().get(field)))) {
            throw Problem.invalid(field, "The selected " + field + " is invalid.");
        }
    }

    private static long number(Map<String, Object> from, String field, long otherwise) {
        return from.get(field) instanceof Number number ? number.longValue() : otherwise;
    }
}
