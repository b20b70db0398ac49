package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Controls;
import app.orchard.sandbox.http.Deliveries;
import app.orchard.sandbox.http.Faults;
import app.orchard.sandbox.http.Journal;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Site;
import app.orchard.sandbox.http.Store;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The simulated payment gateway. */
public final class RazorpaySandbox implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

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
    private final LinkBook links;
    private final QrBook codes;
    private final SettlementBook settlements;
    private final CheckoutPage checkout;
    private final Site site;

    private RazorpaySandbox(int port, RazorpayAccount account, Store store, long seed) throws IOException {
        this.store = store;
        var ids = new Ids(store, seed);
        deliveries = new Deliveries(store, clock, RazorpaySandbox::pause);
        events = new Events(store, clock, ids, switches, deliveries, account);
        orders = new OrderBook(store, clock, ids, switches);
        payments = new PaymentBook(store, clock, ids, switches, orders, events);
        refunds = new RefundBook(store, clock, ids, switches, payments, events);
        settlements = new SettlementBook(store, clock, ids, switches);
        links = new LinkBook(store, clock, ids, orders, events, account);
        codes = new QrBook(store, clock, ids, payments, events);
        checkout = new CheckoutPage(account, orders, payments, links);
        Reply tooMany = Problem.tooMany().reply();
        try {
            site = Site.open(port, routes(new Guard(account, store)), faults, journal, clock, tooMany);
        } catch (IOException | RuntimeException e) {
            deliveries.close();
            throw e;
        }
    }

    /** @throws java.net.BindException when the port is taken */
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

    private Routes routes(Guard guard) {
        var routes = new Routes(guard.api(request -> {
            throw Problem.noSuchRoute();
        }));
        orderApi(routes, guard);
        codeApi(routes, guard);
        paymentApi(routes, guard);
        linkApi(routes, guard);
        routes.on("GET", "/", new OverviewPage(store)::show)
                .on("GET", "/v1/checkout.js", checkout::script)
                .on("GET", "/checkout", guard.page(checkout::show))
                .on("POST", "/checkout", guard.page(checkout::act))
                .on("GET", "/l/{id}", guard.page(checkout::openLink));
        new Steering(switches, events, deliveries, payments, refunds, checkout, store).addTo(routes, guard);
        routes.on("POST", "/sandbox/payouts", guard.control(request -> settlements.settle(true)));
        Controls.add(routes, faults, journal, clock, store, () -> {
            switches.reset();
            deliveries.clear();
        });
        return routes;
    }

    private void orderApi(Routes routes, Guard guard) {
        routes.on("POST", "/v1/orders", guard.api(orders::create))
                .on("GET", "/v1/orders", guard.api(orders::list))
                .on("GET", "/v1/orders/{id}", guard.api(request -> orders.get(request.at("id"))))
                .on("PATCH", "/v1/orders/{id}", guard.api(orders::edit))
                .on("GET", "/v1/orders/{id}/payments", guard.api(this::paymentsOfOrder));
    }

    /** Before the payments, whose ids could be anything. */
    private void codeApi(Routes routes, Guard guard) {
        routes.on("POST", "/v1/payments/qr_codes", guard.api(codes::create))
                .on("GET", "/v1/payments/qr_codes", guard.api(codes::list))
                .on("GET", "/v1/payments/qr_codes/{id}", guard.api(request -> codes.get(request.at("id"))))
                .on("GET", "/v1/payments/qr_codes/{id}/payments", guard.api(codes::paymentsOf))
                .on("POST", "/v1/payments/qr_codes/{id}/close", guard.api(codes::close))
                .on("POST", "/sandbox/qr_codes/{id}/scan", guard.control(codes::scan));
    }

    private void paymentApi(Routes routes, Guard guard) {
        routes.on("GET", "/v1/payments", guard.api(payments::list))
                .on("GET", "/v1/payments/{id}", guard.api(request -> payments.get(request.at("id"))))
                .on("PATCH", "/v1/payments/{id}", guard.api(payments::edit))
                .on("POST", "/v1/payments/{id}/capture", guard.api(payments::capture))
                .on("POST", "/v1/payments/{id}/refund", guard.api(refunds::create))
                .on("GET", "/v1/payments/{id}/refunds", guard.api(refunds::ofPayment))
                .on("GET", "/v1/refunds", guard.api(refunds::list))
                .on("GET", "/v1/refunds/{id}", guard.api(request -> refunds.get(request.at("id"))))
                .on("PATCH", "/v1/refunds/{id}", guard.api(refunds::edit))
                .on("GET", "/v1/settlements/recon/combined", guard.api(settlements::statement));
    }

    private void linkApi(Routes routes, Guard guard) {
        routes.on("POST", "/v1/payment_links", guard.api(links::create))
                .on("GET", "/v1/payment_links", guard.api(links::list))
                .on("GET", "/v1/payment_links/{id}", guard.api(request -> links.get(request.at("id"))))
                .on("PATCH", "/v1/payment_links/{id}", guard.api(links::edit))
                .on("POST", "/v1/payment_links/{id}/cancel", guard.api(links::cancel))
                .on("POST", "/v1/payment_links/{id}/notify_by/{medium}", guard.api(links::remind));
    }

    private Map<String, Object> paymentsOfOrder(Request request) {
        String order = Objects.toString(orders.get(request.at("id")).get("id"));
        return Listing.collection(orders.payments(order));
    }

    /** The real intervals are not published; these grow from one second to an hour. */
    private static Duration pause(int attempts) {
        return attempts > 11 ? LONGEST_PAUSE : Duration.ofSeconds(1L << (attempts - 1));
    }
}
