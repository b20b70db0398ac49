package app.orchard.payment;

import static org.awaitility.Awaitility.await;

import app.orchard.DatabaseTest;
import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.RazorpayAccount;
import app.orchard.sandbox.razorpay.RazorpaySandbox;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The application, a real database and the simulated gateway, all speaking HTTP. */
@DatabaseTest
abstract class PaymentScenario {

    static final Money PRICE = Money.of(125_000);
    static final RazorpayAccount ACCOUNT = new RazorpayAccount(
            "rzp_test_scenario", "scenario_key_secret", "scenario_webhook_secret", Optional.empty());
    static final RazorpaySandbox GATEWAY = gateway();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Payments payments;

    @Autowired
    GatewayDesk desk;

    @Autowired
    RefundDesk refundDesk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private static RazorpaySandbox gateway() {
        try {
            return RazorpaySandbox.open(0, ACCOUNT, Store.inMemory(), 42);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("orchard.razorpay.base-url", () -> GATEWAY.uri().toString());
        properties.add("orchard.razorpay.key-id", ACCOUNT::keyId);
        properties.add("orchard.razorpay.key-secret", ACCOUNT::keySecret);
        properties.add("orchard.razorpay.webhook-secret", ACCOUNT::webhookSecret);
        properties.add("orchard.razorpay.timeout", () -> "1s");
        properties.add("orchard.razorpay.check-after", () -> "1h");
    }

    @BeforeEach
    void everythingWorks() {
        steer("/sandbox/reset", Map.of());
        steer("/sandbox/webhook", Map.of("url", address("/hooks/razorpay"), "secret", ACCOUNT.webhookSecret()));
    }

    /** An order to be paid online, not yet known to the gateway. */
    OrderId placed() {
        return placed(PaymentMethod.ONLINE);
    }

    OrderId placed(PaymentMethod method) {
        return placed(method, null);
    }

    OrderId placed(PaymentMethod method, @Nullable CustomerId customer) {
        OrderId order = OrderId.next();
        jdbc.sql("insert into location values (gen_random_uuid(), 'test', 'Test', 'STORE') on conflict do nothing")
                .update();
        jdbc.sql("""
                insert into sales_order (id, number, channel, address_line, apartment, zone, location, status,
                  payment_method, goods, discount, fee, tax, total, request_key, request_hash, placed_at)
                values (?, nextval('order_number'), 'STALL', '', '', '', 'test', 'PLACED', ?, ?, 0, 0, 0, ?, ?, '', now())
                """)
                .params(order.value(), method.name(), PRICE.minor(), PRICE.minor(), order.toString())
                .update();
        transaction.executeWithoutResult(status -> payments.open(new NewPayment(
                order,
                customer,
                "M-1001",
                method,
                PRICE,
                method == PaymentMethod.ONLINE ? Instant.now().plus(Duration.ofMinutes(15)) : null)));
        return order;
    }

    /** An order whose payment the gateway expects. */
    OrderId requested() {
        OrderId order = placed();
        desk.request(order);
        return order;
    }

    /** Sets aside whatever is left, and asks the gateway for it once. */
    RefundProgress sendBack(OrderId order) {
        return sendBack(order, view(order).captured(), UUID.randomUUID());
    }

    RefundProgress sendBack(OrderId order, Money amount, UUID request) {
        payments.setAside(order, request, amount, "A reason");
        return refundDesk.send(order, request);
    }

    /** As the process does when it is time to ask again. */
    void askAgain(OrderId order) {
        requests(order).forEach(request -> refundDesk.send(order, request));
    }

    List<UUID> requests(OrderId order) {
        return payments.refunds(order).stream()
                .map(RefundView::request)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Map<String, Object> customerPays(OrderId order, String outcome) {
        return steer("/sandbox/orders/" + gatewayOrder(order) + "/pay", Map.of("outcome", outcome));
    }

    String gatewayOrder(OrderId order) {
        return payments.checkout(order).gatewayOrderId();
    }

    static String paymentId(Map<String, Object> paid) {
        return paid.get("payment") instanceof Map<?, ?> payment ? Objects.toString(payment.get("id")) : "";
    }

    /** Also when it can no longer be paid. */
    String gatewayOrderOf(OrderId order) {
        return jdbc.sql("select gateway_order_id from payment where order_id = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    String capture(OrderId order) {
        return jdbc.sql("select id from payment_capture where order_id = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    void janitorIsDue(OrderId order) {
        jdbc.sql("update payment set check_due_at = now() where order_id = ?")
                .param(order.value())
                .update();
    }

    /** Somebody at the gateway's dashboard. */
    static void gatewayRefunds(String paymentId, long paise) {
        post(
                GATEWAY.uri().resolve("/v1/payments/" + paymentId + "/refund"),
                Json.write(Map.of("amount", paise)),
                Map.of("Authorization", basic()));
    }

    static List<String> gatewayRefundsOf(String paymentId) {
        try {
            var request = HttpRequest.newBuilder(GATEWAY.uri().resolve("/v1/payments/" + paymentId + "/refunds"))
                    .header("Authorization", basic());
            String body = HTTP.send(request.build(), BodyHandlers.ofString()).body();
            return Pattern.compile("rfnd_\\w{14}")
                    .matcher(body)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String basic() {
        String pair = ACCOUNT.keyId() + ":" + ACCOUNT.keySecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    Staff founder() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into staff_account (id, login, name, phone, password_hash) values (?, ?, 'Asha', '', '')")
                .params(id, id.toString())
                .update();
        return new Staff(id, id.toString(), "Asha", "+919800000000", Set.of(Role.FOUNDER));
    }

    PaymentView view(OrderId order) {
        return payments.of(order).orElseThrow();
    }

    long engineMessages(OrderId order, String name) {
        return jdbc.sql("select count(*) from outbox where ordering_key = ? and command ->> 'name' = ?")
                .params(order.toString(), name)
                .query(Long.class)
                .single();
    }

    long unread() {
        return jdbc.sql("select count(*) from webhook_inbox where processed_at is null")
                .query(Long.class)
                .single();
    }

    static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    static void fault(Fault.Kind kind, String method, String path) {
        GATEWAY.faults().plan(new Fault(kind, method, path, 0, 1, 1500));
    }

    static void faults(Fault.Kind kind, String method, String path, int times) {
        GATEWAY.faults().plan(new Fault(kind, method, path, 0, times, 1500));
    }

    static Map<String, Object> steer(String path, Map<String, ?> body) {
        HttpResponse<String> answer = post(GATEWAY.uri().resolve(path), Json.write(body), Map.of());
        if (answer.statusCode() != 200) {
            throw Refusal.invalid("simulator", answer.body());
        }
        return Json.object(answer.body());
    }

    static HttpResponse<String> post(URI address, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
