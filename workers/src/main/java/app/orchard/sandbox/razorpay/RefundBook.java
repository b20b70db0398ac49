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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway's refunds, at most one per idempotency key. */
final class RefundBook {
    private static final String KEY = "X-Refund-Idempotency";

    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final Switches switches;
    private final PaymentBook payments;
    private final Events events;

    RefundBook(Store store, SandboxClock clock, Ids ids, Switches switches, PaymentBook payments, Events events) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.switches = switches;
        this.payments = payments;
        this.events = events;
    }

    Map<String, Object> create(Request request) {
        Optional<String> key = request.header(KEY);
        if (key.isPresent() && !key.get().matches("[A-Za-z0-9_-]{10,}")) {
            throw Problem.refused("The idempotency key must be at least 10 characters of letters, digits, - and _.");
        }
        String asked = request.path() + " " + request.text();
        if (key.isPresent()) {
            if (switches.countDown("refundsInProgress")) {
                throw Problem.conflict("Request with the same idempotency key is still in progress.");
            }
            var known = store.get("idempotency", key.get());
            if (known.isPresent()) {
                return known(known.get(), asked);
            }
        }
        Map<String, Object> refund = refund(request);
        key.ifPresent(value ->
                store.put("idempotency", value, Map.of("asked", asked, "refund", Objects.toString(refund.get("id")))));
        return refund;
    }

    Map<String, Object> get(String id) {
        return store.get("refund", Ids.checked("rfnd", id))
                .orElseThrow(() -> Problem.refused("The id provided does not exist"));
    }

    Map<String, Object> list(Request request) {
        return Listing.page(store.all("refund"), request);
    }

    Map<String, Object> ofPayment(Request request) {
        String payment = Objects.toString(payments.get(request.at("id")).get("id"));
        return Listing.page(store.where("refund", refund -> payment.equals(refund.get("payment_id"))), request);
    }

    Map<String, Object> edit(Request request) {
        Input input = Input.of(request, Set.of("notes"));
        Map<String, Object> refund = get(request.at("id"));
        refund.put("notes", input.notes());
        return kept(refund);
    }

    /** @param status {@code processed} or {@code failed} */
    Map<String, Object> settle(String id, String status) {
        Map<String, Object> refund = get(id);
        Map<String, Object> payment = payments.get(Objects.toString(refund.get("payment_id")));
        refund.put("status", status);
        if (status.equals("failed")) {
            payment = taken(payment, -number(refund, "amount"));
        }
        events.happened(List.of(event("refund." + status, kept(refund), payment)));
        return refund;
    }

    /** What the gateway does with money that was never captured. */
    Map<String, Object> autoRefund(String paymentId) {
        Map<String, Object> payment = payments.get(paymentId);
        return refunded(payment, number(payment, "amount"), "normal", List.of(), null);
    }

    private Map<String, Object> known(Map<String, Object> known, String asked) {
        if (!asked.equals(known.get("asked"))) {
            throw Problem.conflict("Different request with the same idempotency key has already been processed.");
        }
        return get(Objects.toString(known.get("refund")));
    }

    private Map<String, Object> refund(Request request) {
        Input input = Input.of(request, Set.of("amount", "speed", "notes", "receipt"));
        Map<String, Object> payment = payments.get(request.at("id"));
        if (!Boolean.TRUE.equals(payment.get("captured"))) {
            throw Problem.refused("The payment status should be captured for action to be taken");
        }
        long left = number(payment, "amount") - number(payment, "amount_refunded");
        if (left == 0) {
            throw Problem.refused("The payment has been fully refunded already.");
        }
        long amount = input.optionalAmount("amount").orElse(left);
        if (amount > left) {
            throw Problem.invalid("amount", "The refund amount provided is greater than amount captured.");
        }
        String speed = Objects.requireNonNullElse(input.text("speed", 10), "normal");
        return refunded(payment, amount, speed, input.notes(), input.text("receipt", 40));
    }

    private Map<String, Object> refunded(
            Map<String, Object> payment, long amount, String speed, Object notes, @Nullable String receipt) {
        boolean pending = switches.on("refundsPending");
        var refund = new LinkedHashMap<String, Object>();
        refund.put("id", ids.next("rfnd"));
        refund.put("entity", "refund");
        refund.put("amount", amount);
        refund.put("currency", "INR");
        refund.put("payment_id", payment.get("id"));
        refund.put("notes", notes);
        refund.put("receipt", receipt);
        refund.put("acquirer_data", Map.of("arn", "10000000000000"));
        refund.put("created_at", clock.seconds());
        refund.put("batch_id", null);
        refund.put("status", pending ? "pending" : "processed");
        refund.put("speed_requested", speed);
        refund.put("speed_processed", "normal");
        kept(refund);
        Map<String, Object> rest = taken(payment, amount);
        var happened = new ArrayList<Event>();
        happened.add(event("refund.created", refund, rest));
        if (!pending) {
            happened.add(event("refund.processed", refund, rest));
        }
        events.happened(happened);
        return refund;
    }

    private Map<String, Object> taken(Map<String, Object> payment, long amount) {
        long refunded = number(payment, "amount_refunded") + amount;
        boolean full = refunded == number(payment, "amount");
        payment.put("amount_refunded", refunded);
        payment.put("refund_status", full ? "full" : refunded == 0 ? null : "partial");
        payment.put("status", full ? "refunded" : "captured");
        store.put("payment", Objects.toString(payment.get("id")), payment);
        return payment;
    }

    private static Event event(String name, Map<String, Object> refund, Map<String, Object> payment) {
        var both = new LinkedHashMap<String, Map<String, Object>>();
        both.put("refund", new LinkedHashMap<>(refund));
        both.put("payment", new LinkedHashMap<>(payment));
        return new Event(name, both);
    }

    private Map<String, Object> kept(Map<String, Object> refund) {
        store.put("refund", Objects.toString(refund.get("id")), refund);
        return refund;
    }

    private static long number(Map<String, Object> entity, String field) {
        return entity.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
