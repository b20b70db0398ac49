package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.delivery.Departure;
import app.orchard.engine.EngineHistory;
import app.orchard.engine.ProcessRun;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.PaymentState;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.processes.Elements;
import app.orchard.promotion.Coupon;
import app.orchard.promotion.Coupons;
import app.orchard.promotion.NewCoupon;
import app.orchard.refund.RefundReason;
import app.orchard.refund.RefundRequestView;
import app.orchard.refund.RefundRequests;
import app.orchard.refund.RefundState;
import app.orchard.refund.RefundWish;
import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.RazorpayAccount;
import app.orchard.sandbox.razorpay.RazorpaySandbox;
import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Broker, database and the simulated gateway together: orders are called off and refunded, and every sum agrees. */
@IntegrationTest
class MoneyBackTest {

    private static final String SKU = "TOTAPURI-1";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Staff FOUNDER = staff(Role.FOUNDER);
    private static final Staff PACKER = staff(Role.PACKER);
    private static final RazorpayAccount ACCOUNT =
            new RazorpayAccount("rzp_test_moneyback", "moneyback_key", "moneyback_webhooks", Optional.empty());
    private static final RazorpaySandbox GATEWAY = gateway();
    private static final byte[] KEYS = (ACCOUNT.keyId() + ":" + ACCOUNT.keySecret()).getBytes(StandardCharsets.UTF_8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Shopper shopper;

    @Autowired
    private Orders orders;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private RefundRequests refunds;

    @Autowired
    private Payments payments;

    @Autowired
    private Slots slots;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Coupons coupons;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Departure departure;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private EngineHistory history;

    @Autowired
    private Business business;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    /** Where a customer's order can be when it is called off; each brings one there. */
    enum Wait {
        FOR_THE_MONEY(PaymentMethod.ONLINE, true),
        AFTER_A_FAILED_TRY(PaymentMethod.ONLINE, true),
        FOR_THE_PREPARATION(PaymentMethod.ONLINE, true),
        FOR_THE_PACKER(PaymentMethod.ONLINE, true),
        FOR_ITS_TOUR(PaymentMethod.ONLINE, true),
        FOR_THE_PACKER_UNPAID(PaymentMethod.CASH, true),
        FOR_THE_DRIVER(PaymentMethod.ONLINE, false),
        FOR_THE_NEXT_TRY(PaymentMethod.ONLINE, false),
        FOR_THE_CUSTOMERS_CHOICE(PaymentMethod.ONLINE, false);

        private final PaymentMethod method;
        private final boolean canBeCancelled;

        Wait(PaymentMethod method, boolean canBeCancelled) {
            this.method = method;
            this.canBeCancelled = canBeCancelled;
        }
    }

    private static RazorpaySandbox gateway() {
        try {
            return RazorpaySandbox.open(0, ACCOUNT, Store.inMemory(), 7);
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
        properties.add("orchard.razorpay.timeout", () -> "2s");
        properties.add("orchard.razorpay.check-after", () -> "2s");
    }

    /** Others share the database: in their demo business preparation begins at once. */
    @AfterEach
    void prepareAtOnce() {
        prepareAhead(Duration.ofDays(14));
    }

    @BeforeEach
    void everythingWorks() {
        steer("/sandbox/reset", Map.of());
        steer(
                "/sandbox/webhook",
                Map.of("url", "http://127.0.0.1:" + port + "/hooks/razorpay", "secret", ACCOUNT.webhookSecret()));
        prepareAhead(Duration.ZERO);
    }

    @AfterEach
    void everySumAgrees() {
        assertThat(inventory.disagreements()).isEmpty();
        assertThat(slots.disagreements()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cancelledWhereverItWaitsEverythingIsBack(Wait wait) {
        Slot slot = shopper.freeSlot();
        int packs = left();
        Coupon coupon = coupon();
        OrderId id = waiting(wait, coupon.code());
        assertThat(used(coupon)).isOne();

        if (!wait.canBeCancelled) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> cancellations.byStaff(id, "rain", FOUNDER))
                    .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("too-late"));
            assertThat(payment(id).refunded()).isEqualTo(Money.ZERO);
            assertThat(used(coupon)).isOne();
            return;
        }
        cancellations.byStaff(id, "rain", FOUNDER);

        assertThat(status(id)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(left()).isEqualTo(packs);
        assertThat(slots.get(slot.id()).free()).isEqualTo(slot.free());
        assertThat(used(coupon)).isZero();
        soon(() -> assertThat(running(id)).isEmpty());
        assertThat(payment(id).refunded()).isEqualTo(payment(id).captured());
        assertThat(atTheGateway(id)).isEqualTo(payment(id).refunded());
        assertThat(tasks.ofOrder(id)).isEmpty();
    }

    @BeforeEach
    void hire() {
        for (Staff staff : List.of(FOUNDER, PACKER)) {
            jdbc.sql("""
                    insert into staff_account (id, login, name, phone, password_hash) values (?, ?, ?, '', '')
                    on conflict do nothing""").params(staff.id(), staff.login(), staff.name()).update();
        }
    }

    @Test
    void lateMoneyOfACancelledOrderGoesBack() {
        OrderId id = waiting(Wait.FOR_THE_MONEY);
        String gatewayOrder = payments.checkout(id).gatewayOrderId();
        cancellations.byStaff(id, "rain", FOUNDER);
        soon(() -> assertThat(running(id)).isEmpty());

        steer("/sandbox/orders/" + gatewayOrder + "/pay", Map.of("outcome", "SUCCESS"));

        soon(() -> assertThat(atTheGateway(id)).isEqualTo(total(id)));
        soon(() -> assertThat(running(id)).isEmpty());
        assertThat(refunds.of(id))
                .extracting(RefundRequestView::reason)
                .containsExactly(RefundReason.CANCELLED, RefundReason.CAPTURED_LATE);
    }

    @Test
    void lateMoneyOfAnExpiredOrderIsFoundThoughNobodyTellsAndTheOrderGoesOn() {
        OrderId id = expired();

        soon(() -> assertThat(status(id)).isEqualTo(OrderStatus.CONFIRMED));
        assertThat(payment(id).refunded()).isEqualTo(Money.ZERO);
        cancellations.byStaff(id, "rain", FOUNDER);
        soon(() -> assertThat(atTheGateway(id)).isEqualTo(total(id)));
    }

    /** Not paid in time, then paid; and the gateway tells nobody. */
    private OrderId expired() {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        payWithin(Duration.ofSeconds(6));
        OrderId id = shopper.order(SKU, 3, PaymentMethod.ONLINE);
        payWithin(Duration.ofMinutes(15));
        soon(() -> payments.checkout(id));
        String gatewayOrder = payments.checkout(id).gatewayOrderId();
        steer("/sandbox/orders/" + gatewayOrder + "/pay", Map.of("outcome", "LATE"));
        soon(() -> assertThat(status(id)).isEqualTo(OrderStatus.EXPIRED));
        GATEWAY.paymentsOf(gatewayOrder)
                .forEach(slow -> steer("/sandbox/payments/" + slow.get("id") + "/authorize", Map.of()));
        return id;
    }

    @Test
    void moneyThatCameTwiceGoesBackOnceAndTheOrderGoesOn() {
        OrderId id = waiting(Wait.FOR_THE_MONEY);
        String gatewayOrder = payments.checkout(id).gatewayOrderId();
        steer("/sandbox/orders/" + gatewayOrder + "/pay", Map.of("outcome", "LATE"));
        steer("/sandbox/orders/" + gatewayOrder + "/pay", Map.of("outcome", "LATE"));
        steer("/sandbox/switches", Map.of("captureByHand", true));
        GATEWAY.paymentsOf(gatewayOrder)
                .forEach(slow -> steer("/sandbox/payments/" + slow.get("id") + "/authorize", Map.of()));
        GATEWAY.paymentsOf(gatewayOrder)
                .forEach(slow -> steer(
                        "/v1/payments/" + slow.get("id") + "/capture",
                        Map.of("amount", slow.getOrDefault("amount", 0), "currency", "INR")));

        soon(() -> assertThat(payment(id).captured()).isEqualTo(total(id).times(2)));
        soon(() -> assertThat(atTheGateway(id)).isEqualTo(total(id)));
        soon(() -> assertThat(status(id)).isEqualTo(OrderStatus.CONFIRMED));
        assertThat(refunds.of(id)).extracting(RefundRequestView::reason).containsExactly(RefundReason.PAID_TWICE);
    }

    @Test
    void aSmallAmountGoesBackWithoutAsking() {
        OrderId id = waiting(Wait.FOR_THE_PREPARATION);
        UUID wish = refunds.request(id, wish(Map.of(), Money.of(10_050), RefundReason.GOODWILL), PACKER);

        soon(() -> assertThat(refund(id, wish).state()).isEqualTo(RefundState.DONE));
        assertThat(atTheGateway(id)).isEqualTo(Money.of(10_050));
        assertThat(status(id)).isEqualTo(OrderStatus.CONFIRMED);

        cancellations.byStaff(id, "rain", FOUNDER);
        soon(() -> assertThat(atTheGateway(id)).isEqualTo(total(id)));
    }

    @Test
    void aLargeAmountWaitsForTheFounderWhoMayChangeIt() {
        OrderId id = waiting(Wait.FOR_THE_PREPARATION);
        UUID wish = refunds.request(id, wish(Map.of(0, 3), Money.ZERO, RefundReason.COMPLAINT), PACKER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> refunds.request(id, wish(Map.of(0, 1), Money.ZERO, RefundReason.COMPLAINT), PACKER));

        Task approval = task(id, Elements.APPROVE_REFUND);
        assertThat(atTheGateway(id)).isEqualTo(Money.ZERO);
        tasks.complete(approval.key(), Map.of("decision", "change", "amount", "123.45"), FOUNDER);

        soon(() -> assertThat(refund(id, wish).state()).isEqualTo(RefundState.DONE));
        assertThat(atTheGateway(id)).isEqualTo(Money.of(12_345));
        assertThat(refund(id, wish).due()).isEqualTo(Money.of(12_345));
    }

    @Test
    void whatTheFounderDeclinesStays() {
        OrderId id = waiting(Wait.FOR_THE_PREPARATION);
        UUID wish = refunds.request(id, wish(Map.of(0, 3), Money.ZERO, RefundReason.COMPLAINT), PACKER);
        Task approval = task(id, Elements.APPROVE_REFUND);
        tasks.complete(
                approval.key(), Map.of("decision", "decline", "declineReason", "The photo shows ripe fruit"), FOUNDER);

        soon(() -> assertThat(tasks.ofOrder(id)).isEmpty());
        assertThat(refund(id, wish))
                .returns(RefundState.DECLINED, RefundRequestView::state)
                .returns("The photo shows ripe fruit", RefundRequestView::decision);
        assertThat(atTheGateway(id)).isEqualTo(Money.ZERO);
        refunds.request(id, wish(Map.of(0, 3), Money.ZERO, RefundReason.COMPLAINT), FOUNDER);
        soon(() -> assertThat(payment(id).refunded()).isEqualTo(total(id).minus(fee(id))));
    }

    @Test
    void asksAgainWhenTheGatewayDidNotAnswer() {
        OrderId id = waiting(Wait.FOR_THE_PREPARATION);
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        GATEWAY.faults().plan(new Fault(Fault.Kind.DROP_AFTER, "POST", "/refund", 0, 1, 500));
        cancellations.byStaff(id, "rain", FOUNDER);

        soon(() -> assertThat(running(id)).isEmpty());
        assertThat(atTheGateway(id)).isEqualTo(total(id));
        assertThat(GATEWAY.journal().of("POST", "/v1/payments/.*/refund")).hasSize(1);
    }

    @Test
    void whatTheGatewayRefusesTheFounderPaysByHand() {
        OrderId id = waiting(Wait.FOR_THE_PREPARATION);
        GATEWAY.faults().plan(new Fault(Fault.Kind.NO_DESCRIPTION, "POST", "/refund", 0, 2, 500));
        cancellations.byStaff(id, "rain", FOUNDER);

        tasks.complete(task(id, Elements.RESOLVE_REFUND).key(), Map.of("decision", "again"), FOUNDER);
        soon(() -> assertThat(GATEWAY.journal().of("POST", "/v1/payments/.*/refund"))
                .hasSize(2));
        tasks.complete(
                task(id, Elements.RESOLVE_REFUND).key(), Map.of("decision", "paid", "reference", "UPI 4711"), FOUNDER);

        soon(() -> assertThat(running(id)).isEmpty());
        assertThat(payment(id).refunded()).isEqualTo(total(id));
        assertThat(atTheGateway(id)).isEqualTo(Money.ZERO);
    }

    @Test
    void cashThatWasCollectedIsPaidOutByAPerson() {
        OrderId id = shopper.order(SKU, 3, PaymentMethod.CASH);
        soon(() -> assertThat(status(id)).isEqualTo(OrderStatus.CONFIRMED));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> refunds.request(id, wish(Map.of(0, 1), Money.ZERO, RefundReason.COMPLAINT), FOUNDER));
        payments.collectCash(id, total(id), FOUNDER);
        UUID wish = refunds.request(id, wish(Map.of(0, 1), Money.ZERO, RefundReason.COMPLAINT), FOUNDER);

        Task payOut = task(id, Elements.PAY_OUT_REFUND);
        tasks.complete(payOut.key(), Map.of("way", "upi", "reference", "UPI 4712"), FOUNDER);

        soon(() -> assertThat(refund(id, wish).state()).isEqualTo(RefundState.DONE));
        assertThat(payments.refunds(id))
                .singleElement()
                .satisfies(paid -> assertThat(paid.reference()).isEqualTo("UPI 4712"));
        assertThat(payment(id).refunded()).isEqualTo(refund(id, wish).amount());
    }

    @Test
    void whatTheBankGivesBackLaterBecomesATask() {
        OrderId id = waiting(Wait.FOR_THE_PREPARATION);
        UUID wish = refunds.request(id, wish(Map.of(), Money.of(5_000), RefundReason.GOODWILL), FOUNDER);
        soon(() -> assertThat(refund(id, wish).state()).isEqualTo(RefundState.DONE));
        soon(() -> assertThat(GATEWAY.pendingWebhooks()).isZero());

        String transfer = jdbc.sql("select gateway_refund_id from payment_refund where order_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        steer("/sandbox/refunds/" + transfer + "/failed", Map.of());

        Task resolve = task(id, Elements.RESOLVE_REFUND);
        tasks.complete(resolve.key(), Map.of("decision", "paid", "reference", "UPI 4713"), FOUNDER);
        soon(() -> assertThat(refund(id, wish).state()).isEqualTo(RefundState.DONE));
        assertThat(payment(id).refunded()).isEqualTo(Money.of(5_000));
    }

    private OrderId waiting(Wait wait) {
        return waiting(wait, null);
    }

    private OrderId waiting(Wait wait, @Nullable String coupon) {
        boolean beyondPreparation = wait.ordinal() >= Wait.FOR_THE_PACKER.ordinal();
        prepareAhead(beyondPreparation ? Duration.ofDays(30) : Duration.ZERO);
        OrderId id =
                shopper.place(shopper.basket(shopper.newCustomer(), SKU, 3, shopper.freeSlot(), coupon), wait.method);
        if (wait.method == PaymentMethod.ONLINE) {
            pay(id, wait);
        }
        switch (wait) {
            case FOR_THE_MONEY, AFTER_A_FAILED_TRY -> assertThat(status(id)).isEqualTo(OrderStatus.PLACED);
            case FOR_THE_PREPARATION -> soon(() -> assertThat(status(id)).isEqualTo(OrderStatus.CONFIRMED));
            case FOR_THE_PACKER, FOR_THE_PACKER_UNPAID -> task(id, Elements.PACK_ORDER);
            default -> packed(id, wait);
        }
        return id;
    }

    private void pay(OrderId id, Wait wait) {
        soon(() -> payments.checkout(id));
        if (wait == Wait.FOR_THE_MONEY) {
            return;
        }
        String outcome = wait == Wait.AFTER_A_FAILED_TRY ? "FAILURE" : "SUCCESS";
        steer("/sandbox/orders/" + payments.checkout(id).gatewayOrderId() + "/pay", Map.of("outcome", outcome));
        if (wait != Wait.AFTER_A_FAILED_TRY) {
            soon(() -> assertThat(payment(id).state()).isEqualTo(PaymentState.CAPTURED));
        }
    }

    private void packed(OrderId id, Wait wait) {
        tasks.complete(task(id, Elements.PACK_ORDER).key(), Map.of("boxes", 1, "complete", true), PACKER);
        if (wait == Wait.FOR_ITS_TOUR) {
            return;
        }
        departure.of(id, "ravi");
        Task trip = task(id, Elements.DELIVER_ORDER);
        if (wait == Wait.FOR_THE_DRIVER) {
            return;
        }
        String reason = wait == Wait.FOR_THE_NEXT_TRY ? "unreachable" : "wrongAddress";
        Staff ravi = accounts.byLogin("ravi").orElseThrow();
        tasks.complete(trip.key(), Map.of("outcome", "failed", "failureReason", reason), ravi);
        soon(() -> assertThat(status(id)).isEqualTo(OrderStatus.ATTEMPT_FAILED));
    }

    /** How long before its slot an order is prepared. */
    private void prepareAhead(Duration lead) {
        change(business.settings().paymentExpiresAfter(), lead);
    }

    private void payWithin(Duration time) {
        change(time, business.settings().preparationLead());
    }

    private void change(Duration payWithin, Duration preparationLead) {
        BusinessSettings now = business.settings();
        business.change(new BusinessSettings(
                now.name(),
                now.zone(),
                payWithin.dividedBy(3),
                payWithin,
                now.holdFor(),
                preparationLead,
                now.customerChoiceWithin()));
    }

    private static RefundWish wish(Map<Integer, Integer> packs, Money goodwill, RefundReason reason) {
        return new RefundWish(UUID.randomUUID(), packs, false, goodwill, reason, "One box was soft");
    }

    private Coupon coupon() {
        String code = "R-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Instant since = Instant.now().minusSeconds(60);
        return coupons.create(
                new NewCoupon(code, "Rain", 10, null, Money.ZERO, null, null, since, null, 1, 1), FOUNDER);
    }

    private int used(Coupon coupon) {
        return coupons.all(FOUNDER).stream()
                .filter(each -> each.id().equals(coupon.id()))
                .mapToInt(Coupon::used)
                .sum();
    }

    private RefundRequestView refund(OrderId id, UUID wish) {
        return refunds.of(id).stream()
                .filter(refund -> refund.id().equals(wish))
                .findFirst()
                .orElseThrow();
    }

    private Task task(OrderId id, String element) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks.ofOrder(id).stream()
                                .filter(task -> task.element().equals(element))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<ProcessRun> running(OrderId id) {
        return history.ofOrder(id).stream().filter(run -> run.endedAt() == null).toList();
    }

    private Money atTheGateway(OrderId id) {
        return jdbc
                .sql("select gateway_order_id from payment where order_id = ? and gateway_order_id is not null")
                .param(id.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(order -> GATEWAY.paymentsOf(order).stream())
                .map(paid -> Money.of(((Number) paid.getOrDefault("amount_refunded", 0)).longValue()))
                .reduce(Money.ZERO, Money::plus);
    }

    private PaymentView payment(OrderId id) {
        return payments.of(id).orElseThrow();
    }

    private Money total(OrderId id) {
        return orders.get(id).totals().total();
    }

    private Money fee(OrderId id) {
        return orders.get(id).totals().fee();
    }

    private OrderStatus status(OrderId id) {
        return orders.get(id).status();
    }

    private int left() {
        UUID pack = shopper.pack(SKU);
        return inventory.available(Location.STORE, List.of(pack)).getOrDefault(pack, 0);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    private static void steer(String path, Map<String, ?> body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(GATEWAY.uri() + path))
                    .POST(BodyPublishers.ofString(Json.write(body)))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(KEYS))
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Staff staff(Role role) {
        UUID id = UUID.randomUUID();
        return new Staff(id, id.toString(), role.name(), "", Set.of(role));
    }
}
