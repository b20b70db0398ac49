package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Controls;
import app.orchard.sandbox.http.Deliveries;
import app.orchard.sandbox.http.Faults;
import app.orchard.sandbox.http.Handler;
import app.orchard.sandbox.http.Journal;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Site;
import app.orchard.sandbox.http.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The simulated payment gateway. */
public final class RazorpaySandbox implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final RazorpayAccount account;
    private final Store store;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final SandboxClock clock = new SandboxClock();
    private final Switches switches = new Switches();
    private final Deliveries deliveries;
    private final Events events;
    private final OrderBook orders;
    private final PaymentBook payments;
    private final RefundBook refunds;
    private final CheckoutPage checkout;
    private final Site site;

    private RazorpaySandbox(int port, RazorpayAccount account, Store store, long seed) throws IOException {
        this.account = account;
        this.store = store;
        var ids = new Ids(store, seed);
        deliveries = new Deliveries(store, clock, RazorpaySandbox::pause);
        events = new Events(store, clock, ids, switches, deliveries, account);
        orders = new OrderBook(store, clock, ids, switches);
        payments = new PaymentBook(store, clock, ids, switches, orders, events);
        refunds = new RefundBook(store, clock, ids, switches, payments, events);
        checkout = new CheckoutPage(account, orders, payments);
        Reply tooMany = Problem.tooMany().reply();
        try {
            site = Site.open(port, routes(), faults, journal, clock, tooMany);
        } catch (IOException | RuntimeException e) {
            deliveries.close();
            throw e;
        }
    }

    public static RazorpaySandbox open(int port, RazorpayAccount account, Store store, long seed) throws IOException {
        return new RazorpaySandbox(port, account, store, seed);
    }

    public URI uri() {
        return site.uri();
    }

    public Faults faults() {
        return faults;
    }

    public Journal journal() {
        return journal;
    }

    /** A customer pays without trouble. */
    public void pay(String orderId) {
        synchronized (store) {
            payments.attempt(orderId, new Attempt("upi", Attempt.Outcome.SUCCESS));
        }
    }

    /** All attempts to pay an order, newest first. */
    public List<Map<String, Object>> paymentsOf(String orderId) {
        synchronized (store) {
            return orders.payments(orderId);
        }
    }

    /** Webhooks not yet answered 2xx. */
    public int pendingWebhooks() {
        return deliveries.pending().size();
    }

    public List<Deliveries.Attempt> webhookAttempts() {
        return deliveries.attempts();
    }

    @Override
    public void close() {
        site.close();
        deliveries.close();
        store.close();
    }

    private Routes routes() {
        var routes = new Routes(request -> guarded(any -> {
                    throw Problem.noSuchRoute();
                })
                .handle(request));
        api(routes);
        pages(routes);
        controls(routes);
        Controls.add(routes, faults, journal, clock, store, () -> {
            switches.reset();
            deliveries.clear();
        });
        return routes;
    }

    private void api(Routes routes) {
        routes.on("POST", "/v1/orders", json(orders::create))
                .on("GET", "/v1/orders", json(orders::list))
                .on("GET", "/v1/orders/{id}", json(request -> orders.get(request.at("id"))))
                .on("PATCH", "/v1/orders/{id}", json(orders::edit))
                .on("GET", "/v1/orders/{id}/payments", json(this::paymentsOfOrder))
                .on("GET", "/v1/payments", json(payments::list))
                .on("GET", "/v1/payments/{id}", json(request -> payments.get(request.at("id"))))
                .on("PATCH", "/v1/payments/{id}", json(payments::edit))
                .on("POST", "/v1/payments/{id}/capture", json(payments::capture))
                .on("POST", "/v1/payments/{id}/refund", json(refunds::create))
                .on("GET", "/v1/payments/{id}/refunds", json(refunds::ofPayment))
                .on("GET", "/v1/refunds", json(refunds::list))
                .on("GET", "/v1/refunds/{id}", json(request -> refunds.get(request.at("id"))))
                .on("PATCH", "/v1/refunds/{id}", json(refunds::edit));
    }

    private Map<String, Object> paymentsOfOrder(Request request) {
        String order = Objects.toString(orders.get(request.at("id")).get("id"));
        return Listing.collection(orders.payments(order));
    }

    private void pages(Routes routes) {
        var overview = new OverviewPage(store);
        routes.on("GET", "/", overview::show)
                .on("GET", "/v1/checkout.js", checkout::script)
                .on("GET", "/checkout", alone(checkout::show))
                .on("POST", "/checkout", alone(checkout::act));
    }

    private void controls(Routes routes) {
        routes.on("GET", "/sandbox/switches", request -> Reply.json(200, switches.all()))
                .on("POST", "/sandbox/switches", control(request -> switches.set(request.json())))
                .on("POST", "/sandbox/webhook", control(this::redirectWebhook))
                .on("GET", "/sandbox/events", request -> Reply.json(200, store.all("event")))
                .on("POST", "/sandbox/events/{id}/replay", control(this::replay))
                .on("GET", "/sandbox/deliveries", request -> Reply.json(200, deliveries.attempts()))
                .on("POST", "/sandbox/orders/{id}/pay", control(this::pay))
                .on("POST", "/sandbox/payments/{id}/authorize", control(this::authoriseLate))
                .on("POST", "/sandbox/payments/{id}/auto-refund", control(this::autoRefund))
                .on("POST", "/sandbox/refunds/{id}/{status}", control(this::settleRefund));
    }

    private Object redirectWebhook(Request request) {
        Map<String, Object> body = request.json();
        var secret = Objects.toString(body.getOrDefault("secret", events.secret()));
        Object url = body.get("url");
        events.tell(url == null ? events.webhook().orElseThrow() : URI.create(url.toString()), secret);
        return Map.of("done", true);
    }

    private Object replay(Request request) {
        events.replay(request.at("id"));
        return Map.of("done", true);
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

    private Handler json(Function<Request, Object> answer) {
        return guarded(request -> Reply.json(200, answer.apply(request)));
    }

    private Handler guarded(Handler handler) {
        return control(handler, true);
    }

    private Handler control(Function<Request, Object> answer) {
        return control(request -> Reply.json(200, answer.apply(request)), false);
    }

    private Handler control(Handler handler, boolean authenticated) {
        Handler alone = alone(handler);
        return request -> {
            try {
                if (authenticated && !isOurs(request)) {
                    throw Problem.unauthenticated();
                }
                return alone.handle(request);
            } catch (Problem e) {
                return e.reply();
            }
        };
    }

    /** One request changes the books at a time. */
    private Handler alone(Handler handler) {
        return request -> {
            synchronized (store) {
                return handler.handle(request);
            }
        };
    }

    private boolean isOurs(Request request) {
        String pair = account.keyId() + ":" + account.keySecret();
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").filter(expected::equals).isPresent();
    }

    /** The real intervals are not published; these grow from one second to an hour. */
    private static Duration pause(int attempts) {
        return attempts > 11 ? LONGEST_PAUSE : Duration.ofSeconds(1L << (attempts - 1));
    }
}
