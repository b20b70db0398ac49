package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway's orders: created → attempted → paid, and never back. */
final class OrderBook {
    private static final Set<String> CREATE = Set.of(
            "amount",
            "currency",
            "receipt",
            "notes",
            "partial_payment",
            "first_payment_min_amount",
            "payment_capture",
            "unique_receipt");

    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final Switches switches;

    OrderBook(Store store, SandboxClock clock, Ids ids, Switches switches) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.switches = switches;
    }

    Map<String, Object> create(Request request) {
        Input input = Input.of(request, CREATE);
        long amount = input.amount("amount");
        String currency = input.rupees();
        String receipt = input.text("receipt", 40);
        var known = store.where("order", order -> receipt != null && receipt.equals(order.get("receipt"))).stream()
                .findFirst();
        if (known.isPresent() && input.flag("unique_receipt")) {
            return known.get();
        }
        if (known.isPresent() && switches.on("receiptsUnique")) {
            throw Problem.invalid("receipt", "Order receipt should be unique.");
        }
        return made(amount, currency, receipt, input.notes());
    }

    /** The hidden order behind a payment link. */
    Map<String, Object> forLink(long amount) {
        return made(amount, "INR", null, List.of());
    }

    private Map<String, Object> made(long amount, String currency, @Nullable String receipt, Object notes) {
        var order = new LinkedHashMap<String, Object>();
        order.put("id", ids.next("order"));
        order.put("entity", "order");
        order.put("amount", amount);
        order.put("amount_paid", 0);
        order.put("amount_due", amount);
        order.put("currency", currency);
        order.put("receipt", receipt);
        order.put("offer_id", null);
        order.put("status", "created");
        order.put("attempts", 0);
        order.put("notes", notes);
        order.put("created_at", clock.seconds());
        return kept(order);
    }

    Map<String, Object> get(String id) {
        return store.get("order", Ids.checked("order", id))
                .orElseThrow(() -> Problem.refused("The id provided does not exist"));
    }

    Map<String, Object> list(Request request) {
        var all = store
                .where(
                        "order",
                        order -> request.query("receipt")
                                .map(receipt -> receipt.equals(order.get("receipt")))
                                .orElse(true))
                .stream()
                .filter(order -> request.query("authorized")
                        .map(flag -> flag.equals("1") == hasAuthorised(order))
                        .orElse(true))
                .toList();
        return Listing.page(all, request);
    }

    Map<String, Object> edit(Request request) {
        Input input = Input.of(request, Set.of("notes"));
        Map<String, Object> order = get(request.at("id"));
        order.put("notes", input.notes());
        return kept(order);
    }

    /** All attempts to pay it, newest first. */
    List<Map<String, Object>> payments(String orderId) {
        return store.where("payment", payment -> orderId.equals(payment.get("order_id")))
                .reversed();
    }

    /** @throws Problem when the order takes no further payment */
    Map<String, Object> attempted(String orderId) {
        Map<String, Object> order = get(orderId);
        if (Objects.equals(order.get("status"), "paid")) {
            throw Problem.refused("Order has already been paid.");
        }
        if (hasAuthorised(order)) {
            throw Problem.refused("Payment already in progress for this order.");
        }
        order.put("status", "attempted");
        order.put("attempts", ((Number) order.getOrDefault("attempts", 0)).longValue() + 1);
        return kept(order);
    }

    Map<String, Object> paid(String orderId) {
        Map<String, Object> order = get(orderId);
        order.put("status", "paid");
        order.put("amount_paid", order.get("amount"));
        order.put("amount_due", 0);
        return kept(order);
    }

    private boolean hasAuthorised(Map<String, Object> order) {
        return payments(Objects.toString(order.get("id"))).stream()
                .anyMatch(payment -> Objects.equals(payment.get("status"), "authorized"));
    }

    private Map<String, Object> kept(Map<String, Object> order) {
        store.put("order", Objects.toString(order.get("id")), order);
        return order;
    }
}
