package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.test.context.TestContextManager;

/** Whatever happens in whatever order: no rupee appears or disappears between the gateway's books and ours. */
class PaymentSumsTest extends PaymentScenario {

    private static final String NEWEST =
            "select id from payment_failed_attempt where order_id = ? order by failed_at desc";

    enum Act {
        PAY,
        TRY_AND_FAIL,
        FAIL_THEN_SUCCEED,
        TRY_WITH_A_SLOW_BANK,
        BANK_ANSWERS,
        EXPIRE,
        CANCEL,
        REFUND_A_PART,
        REFUND_ALL,
        ASK_ABOUT_REFUNDS,
        GATEWAY_CANNOT_SEND,
        SEND_ONCE_MORE,
        PAY_BACK_BY_HAND,
        REFUND_AT_THE_GATEWAY,
        GATEWAY_DROPS_AN_ANSWER,
        WEBHOOKS_TWICE,
        WEBHOOKS_BACKWARDS,
        WEBHOOKS_LOST,
        ASK_THE_GATEWAY
    }

    record Step(Act act, int paise) {}

    @BeforeTry
    void inTheApplication() throws Exception {
        new TestContextManager(PaymentSumsTest.class).prepareTestInstance(this);
        everythingWorks();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.integers().between(100, 90_000))
                .as(Step::new);
        return step.list().ofMinSize(3).ofMaxSize(14);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void capturedIsRefundedPlusRetainedAsTheGatewaySeesIt(@ForAll("histories") List<Step> history) {
        OrderId order = requested();
        String gatewayOrder = gatewayOrder(order);
        history.forEach(step -> take(step, order, gatewayOrder));

        GATEWAY.faults().clear();
        soon(() -> {
            assertThat(GATEWAY.pendingWebhooks()).isZero();
            assertThat(unread()).isZero();
        });
        janitorIsDue(order);
        soon(() -> {
            desk.check(order);
            askAgain(order);
            assertThat(view(order).captured()).as("captured").isEqualTo(atTheGateway(gatewayOrder, "amount"));
            assertThat(view(order).refunded())
                    .as("refunded")
                    .isEqualTo(atTheGateway(gatewayOrder, "amount_refunded").plus(paidByHand(order)));
        });
        assertThat(sumOf("amount", "payment_capture", order))
                .isEqualTo(view(order).captured());
        assertThat(sumOf("refunded", "payment_capture", order))
                .isEqualTo(view(order).refunded());
        assertThat(payments.refunds(order).stream()
                        .filter(refund -> refund.state() != RefundState.FAILED)
                        .map(RefundView::amount)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(view(order).refunded());
        assertThat(view(order).refunded()).isLessThanOrEqualTo(view(order).captured());
    }

    private void take(Step step, OrderId order, String gatewayOrder) {
        try {
            switch (step.act()) {
                case PAY -> pay(gatewayOrder, "SUCCESS");
                case TRY_AND_FAIL -> pay(gatewayOrder, "FAILURE");
                case FAIL_THEN_SUCCEED -> pay(gatewayOrder, "FAILED_THEN_CAPTURED");
                case TRY_WITH_A_SLOW_BANK -> pay(gatewayOrder, "LATE");
                case BANK_ANSWERS -> bankAnswers(order);
                case EXPIRE -> desk.expire(order, true);
                case CANCEL -> payments.cancel(order);
                case REFUND_A_PART -> sendBack(order, Money.of(step.paise()), new UUID(step.paise(), order.hashCode()));
                case REFUND_ALL -> sendBack(order);
                case ASK_ABOUT_REFUNDS -> askAgain(order);
                case GATEWAY_CANNOT_SEND -> GATEWAY.faults().plan(Fault.once(Kind.NO_DESCRIPTION, "POST", "/refund"));
                case SEND_ONCE_MORE ->
                    requests(order).forEach(request -> payments.sendOnceMore(order, request, founder()));
                case PAY_BACK_BY_HAND ->
                    requests(order)
                            .forEach(request -> payments.paidByHand(
                                    order, request, new HandPayment(RefundWay.UPI, "0815"), founder()));
                case REFUND_AT_THE_GATEWAY -> refundAtTheGateway(order, step.paise());
                case GATEWAY_DROPS_AN_ANSWER -> GATEWAY.faults().plan(Fault.once(Kind.DROP_AFTER, "", "/v1/payments"));
                case WEBHOOKS_TWICE -> steer("/sandbox/switches", Map.of("webhooksDuplicated", 1));
                case WEBHOOKS_BACKWARDS -> steer("/sandbox/switches", Map.of("webhooksReordered", true));
                case WEBHOOKS_LOST -> steer("/sandbox/switches", Map.of("webhooksLost", true));
                case ASK_THE_GATEWAY -> desk.check(order);
            }
        } catch (Refusal | UncheckedIOException refusal) {
            // Not everything is possible at every time; the sums must hold all the same.
        }
    }

    private Money paidByHand(OrderId order) {
        return payments.refunds(order).stream()
                .filter(refund -> refund.way() == RefundWay.UPI)
                .map(RefundView::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private static void pay(String gatewayOrder, String outcome) {
        steer("/sandbox/orders/" + gatewayOrder + "/pay", Map.of("outcome", outcome));
    }

    private void bankAnswers(OrderId order) {
        jdbc.sql(NEWEST)
                .param(order.value())
                .query(String.class)
                .list()
                .forEach(attempt -> steer("/sandbox/payments/" + attempt + "/authorize", Map.of()));
    }

    private void refundAtTheGateway(OrderId order, int paise) {
        jdbc.sql("select id from payment_capture where order_id = ?")
                .param(order.value())
                .query(String.class)
                .list()
                .forEach(capture -> gatewayRefunds(capture, paise));
    }

    private Money sumOf(String column, String table, OrderId order) {
        return Money.of(jdbc.sql("select coalesce(sum(" + column + "), 0) from " + table + " where order_id = ?")
                .param(order.value())
                .query(Long.class)
                .single());
    }

    /** Of what was captured there for this order. */
    private static Money atTheGateway(String gatewayOrder, String field) {
        return Money.of(GATEWAY.paymentsOf(gatewayOrder).stream()
                .filter(payment -> Boolean.TRUE.equals(payment.get("captured")))
                .mapToLong(payment -> ((Number) payment.getOrDefault(field, 0)).longValue())
                .sum());
    }
}
