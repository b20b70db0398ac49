package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Deliveries;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import app.orchard.sandbox.http.Store;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** The paths by which tests and the demo play customers, banks and the gateway's dashboard. */
final class Steering {
    private static final Map<String, Object> DONE = Map.of("done", true);

    private final Switches switches;
    private final Events events;
    private final Deliveries deliveries;
    private final PaymentBook payments;
    private final RefundBook refunds;
    private final CheckoutPage checkout;
    private final Store store;

    Steering(
            Switches switches,
            Events events,
            Deliveries deliveries,
            PaymentBook payments,
            RefundBook refunds,
            CheckoutPage checkout,
            Store store) {
        this.switches = switches;
        this.events = events;
        this.deliveries = deliveries;
        this.payments = payments;
        this.refunds = refunds;
        this.checkout = checkout;
        this.store = store;
    }

    void addTo(Routes routes, Guard guard) {
        routes.on("GET", "/sandbox/switches", request -> Reply.json(200, switches.all()))
                .on("POST", "/sandbox/switches", guard.control(request -> switches.set(request.json())))
                .on("POST", "/sandbox/webhook", guard.control(this::redirectWebhook))
                .on("GET", "/sandbox/events", request -> Reply.json(200, store.all("event")))
                .on("POST", "/sandbox/events/{id}/replay", guard.control(this::replay))
                .on("GET", "/sandbox/deliveries", request -> Reply.json(200, deliveries.attempts()))
                .on("POST", "/sandbox/orders/{id}/pay", guard.control(this::pay))
                .on("POST", "/sandbox/payments/{id}/authorize", guard.control(this::authoriseLate))
                .on("POST", "/sandbox/payments/{id}/auto-refund", guard.control(this::autoRefund))
                .on("POST", "/sandbox/refunds/{id}/{status}", guard.control(this::settleRefund));
    }

    private Object redirectWebhook(Request request) {
        Map<String, Object> body = request.json();
        var secret = Objects.toString(body.getOrDefault("secret", events.secret()));
        Object url = body.get("url");
        events.tell(url == null ? events.webhook().orElseThrow() : URI.create(url.toString()), secret);
        return DONE;
    }

    private Object replay(Request request) {
        events.replay(request.at("id"));
        return DONE;
    }

    private Object pay(Request request) {
        Map<String, Object> payment = payments.attempt(request.at("id"), Attempt.of(request.json()));
        return Map.of("payment", payment, "signed", checkout.signed(payment));
    }

    private Object authoriseLate(Request request) {
        return payments.authoriseLate(request.at("id"));
    }

    private Object autoRefund(Request request) {
        return refunds.autoRefund(request.at("id"));
    }

    private Object settleRefund(Request request) {
        return refunds.settle(request.at("id"), request.at("status"));
    }
}
