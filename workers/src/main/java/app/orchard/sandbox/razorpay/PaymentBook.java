package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.Events.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The gateway's payments: created → authorized → captured → refunded, or failed, which is not always the end. */
final class PaymentBook {
    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final Switches switches;
    private final OrderBook orders;
    private final Events events;

    PaymentBook(Store store, SandboxClock clock, Ids ids, Switches switches, OrderBook orders, Events events) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.switches = switches;
        this.orders = orders;
        this.events = events;
    }

    Map<String, Object> get(String id) {
        return store.get("payment", Ids.checked("pay", id))
                .orElseThrow(() -> Problem.refused("The id provided does not exist"));
    }

    Map<String, Object> list(Request request) {
        return Listing.page(store.all("payment"), request);
    }

    Map<String, Object> edit(Request request) {
        Input input = Input.of(request, Set.of("notes"));
        Map<String, Object> payment = get(request.at("id"));
        payment.put("notes", input.notes());
        return kept(payment);
    }

    /** A customer tries to pay an order. */
    Map<String, Object> attempt(String orderId, Attempt attempt) {
        Map<String, Object> order = orders.attempted(orderId);
        Map<String, Object> payment = kept(NewPayments.of(order, attempt, ids.next("pay"), clock.seconds()));
        return switch (attempt.outcome()) {
            case SUCCESS -> authorise(payment);
            case FAILURE, LATE -> fail(payment);
            case FAILED_THEN_CAPTURED -> authorise(fail(payment));
        };
    }

    /** The bank answers at last: a failed payment turns out to be a good one. */
    Map<String, Object> authoriseLate(String paymentId) {
        Map<String, Object> payment = get(paymentId);
        if (!Objects.equals(payment.get("status"), "failed")) {
            throw Problem.refused("Only a failed payment can be authorised late.");
        }
        return authorise(payment);
    }

    Map<String, Object> capture(Request request) {
        Input input = Input.of(request, Set.of("amount", "currency"));
        long amount = input.amount("amount");
        input.rupees();
        Map<String, Object> payment = get(request.at("id"));
        if (Boolean.TRUE.equals(payment.get("captured"))) {
            throw Problem.refused("This payment has already been captured");
        }
        if (!Objects.equals(payment.get("status"), "authorized")) {
            throw Problem.refused("Only payments which have been authorized and not yet captured can be captured");
        }
        if (amount != ((Number) payment.getOrDefault("amount", 0)).longValue()) {
            throw Problem.refused("Capture amount must be equal to the amount authorized");
        }
        var happened = new ArrayList<Event>();
        Map<String, Object> captured = captured(payment, happened);
        events.happened(happened);
        return captured;
    }

    private Map<String, Object> fail(Map<String, Object> payment) {
        payment.put("status", "failed");
        payment.put("error_code", "BAD_REQUEST_ERROR");
        payment.put("error_description", "Your payment was declined by the bank. Try another way to pay.");
        payment.put("error_source", "bank");
        payment.put("error_step", "payment_authorization");
        payment.put("error_reason", "payment_declined");
        kept(payment);
        events.happened(List.of(new Event("payment.failed", Map.of("payment", payment))));
        return payment;
    }

    private Map<String, Object> authorise(Map<String, Object> payment) {
        payment.put("status", "authorized");
        payment.keySet().stream()
                .filter(field -> field.startsWith("error_"))
                .forEach(field -> payment.put(field, null));
        kept(payment);
        var happened = new ArrayList<Event>();
        happened.add(new Event("payment.authorized", Map.of("payment", new LinkedHashMap<>(payment))));
        boolean alreadyPaid = Objects.equals(
                orders.get(Objects.toString(payment.get("order_id"))).get("status"), "paid");
        // What comes in for an order already paid is never captured and goes back by itself.
        Map<String, Object> end = switches.on("captureByHand") || alreadyPaid ? payment : captured(payment, happened);
        events.happened(happened);
        return end;
    }

    private Map<String, Object> captured(Map<String, Object> payment, List<Event> happened) {
        kept(charged(payment));
        Map<String, Object> order = orders.paid(Objects.toString(payment.get("order_id")));
        happened.add(new Event("payment.captured", Map.of("payment", new LinkedHashMap<>(payment))));
        var both = new LinkedHashMap<String, Map<String, Object>>();
        both.put("payment", new LinkedHashMap<>(payment));
        both.put("order", order);
        happened.add(new Event("order.paid", both));
        return payment;
    }

    /** Of somebody who scanned a code: captured at once. */
    Map<String, Object> withoutOrder(long amount) {
        Map<String, Object> nothing = Map.of("amount", amount, "currency", "INR");
        Attempt attempt = new Attempt("upi", Attempt.Outcome.SUCCESS);
        return kept(charged(NewPayments.of(nothing, attempt, ids.next("pay"), clock.seconds())));
    }

    private static Map<String, Object> charged(Map<String, Object> payment) {
        long amount = ((Number) payment.getOrDefault("amount", 0)).longValue();
        long fee = amount / 50;
        long tax = fee * 18 / 100;
        payment.put("status", "captured");
        payment.put("captured", true);
        payment.put("fee", fee + tax);
        payment.put("tax", tax);
        return payment;
    }

    private Map<String, Object> kept(Map<String, Object> payment) {
        store.put("payment", Objects.toString(payment.get("id")), payment);
        return payment;
    }
}
