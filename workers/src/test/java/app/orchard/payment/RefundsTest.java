package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.sandbox.http.Journal;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundsTest extends PaymentScenario {

    private static final String REFUND = "/v1/payments/.*/refund";

    @Test
    void sendsEverythingBackOnce() {
        OrderId order = paid();
        refundDesk.refundAll(order);
        refundDesk.refundAll(order);
        assertRefunded(order, PRICE);
        assertThat(GATEWAY.journal().of("POST", REFUND)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_AFTER", "TIMEOUT_AFTER", "SERVER_ERROR_AFTER", "MALFORMED_JSON"})
    void sendsItBackOnceThoughTheAnswerWasLost(Kind lost) {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        OrderId order = paidAndChecked();
        fault(lost, "POST", REFUND);
        assertUnderway(order);
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.UNKNOWN);

        soon(() -> assertRefunded(order, PRICE));
        assertThat(refundsAtTheGateway(order)).hasSize(1);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void isToldByTheWebhookWhenTheAnswerWasLost() {
        OrderId order = paid();
        fault(Kind.DROP_AFTER, "POST", REFUND);
        assertUnderway(order);
        soon(() -> assertRefunded(order, PRICE));
        assertThat(refundsAtTheGateway(order)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY", "TIMEOUT_BEFORE", "BAD_GATEWAY"})
    void asksAgainWhenTheQuestionWasLost(Kind lost) {
        OrderId order = paid();
        fault(lost, "POST", REFUND);
        assertUnderway(order);
        soon(() -> assertRefunded(order, PRICE));
        assertThat(refundsAtTheGateway(order)).hasSize(1);
        assertThat(keys()).as("the same key each time").hasSize(1);
    }

    @Test
    void waitsWhileTheGatewayIsStillAtIt() {
        OrderId order = paid();
        steer("/sandbox/switches", Map.of("refundsInProgress", 1));
        assertUnderway(order);
        soon(() -> assertRefunded(order, PRICE));
        assertThat(keys()).hasSize(1);
    }

    @Test
    void countsMoneyTheGatewayTookAsRefundedAndKeepsWhatItCouldNotSend() {
        steer("/sandbox/switches", Map.of("refundsPending", true));
        OrderId order = paid();
        refundDesk.refundAll(order);
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.ACCEPTED);

        String refund = refundsAtTheGateway(order).getFirst();
        steer("/sandbox/refunds/" + refund + "/failed", Map.of());
        soon(() -> assertThat(view(order).refunded()).isEqualTo(Money.ZERO));
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.FAILED);

        steer("/sandbox/switches", Map.of("refundsPending", false));
        refundDesk.refundAll(order);
        assertRefunded(order, PRICE);
        assertThat(keys()).as("a new try has a new key").hasSize(2);
    }

    @Test
    void saysWhenTheGatewayRefuses() {
        OrderId order = paid();
        fault(Kind.NO_DESCRIPTION, "POST", REFUND);
        assertThatThrownBy(() -> refundDesk.refundAll(order)).hasMessageContaining("refused to send back ₹1,250.00");
        assertThat(view(order).refunded()).isEqualTo(Money.ZERO);
    }

    @Test
    void takesARefundMadeAtTheGatewayForItsOwn() {
        OrderId order = paid();
        gatewayRefunds(capture(order), PRICE.minor());
        soon(() -> assertRefunded(order, PRICE));
        refundDesk.refundAll(order);
        assertThat(refundsAtTheGateway(order)).hasSize(1);
    }

    @Test
    void refundsAPartOncePerOccasionAndNeverMoreThanCame() {
        OrderId order = paid();
        payments.refund(order, Money.of(50_000), "One box was soft", "complaint-1");
        payments.refund(order, Money.of(50_000), "One box was soft", "complaint-1");
        payments.refund(order, Money.of(50_000), "Another one", "complaint-2");
        soon(() -> assertThat(refundsAtTheGateway(order)).hasSize(2));
        assertThat(view(order).refunded()).isEqualTo(Money.of(100_000));
        assertThatThrownBy(() -> payments.refund(order, Money.of(25_001), "Too much", "complaint-3"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("refund-too-large"));
        refundDesk.refundAll(order);
        assertRefunded(order, PRICE);
    }

    @Test
    void sendsItBackOnceWhenManyAskAtOnce() throws Exception {
        OrderId order = paid();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> refundDesk.refundAll(order));
            }
        }
        soon(() -> assertRefunded(order, PRICE));
        assertThat(refundsAtTheGateway(order)).hasSize(1);
        assertThat(GATEWAY.journal().of("POST", REFUND)).hasSize(1);
    }

    @Test
    void cashIsHandedBackByHand() {
        OrderId order = placed(PaymentMethod.CASH);
        payments.collectCash(order, PRICE, founder());
        payments.collectCash(order, PRICE, founder());
        assertThat(view(order).captured()).isEqualTo(PRICE);
        refundDesk.refundAll(order);
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.REQUESTED);
        payments.handBack(order, founder());
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.DONE);
        assertThat(view(order).refunded()).isEqualTo(PRICE);
    }

    private OrderId paid() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
        return order;
    }

    private OrderId paidAndChecked() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        desk.check(order);
        return order;
    }

    private void assertUnderway(OrderId order) {
        assertThatThrownBy(() -> refundDesk.refundAll(order))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("refund-underway"));
    }

    private void assertRefunded(OrderId order, Money amount) {
        assertThat(view(order).refunded()).isEqualTo(amount);
        assertThat(payments.refunds(order))
                .filteredOn(refund -> refund.state() != RefundState.FAILED)
                .extracting(RefundView::state)
                .containsOnly(RefundState.DONE);
    }

    private List<String> refundsAtTheGateway(OrderId order) {
        return gatewayRefundsOf(capture(order));
    }

    private List<String> keys() {
        return GATEWAY.journal().of("POST", REFUND).stream()
                .map(Journal.Entry::headers)
                .map(headers -> headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("X-Refund-Idempotency"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("none"))
                .distinct()
                .toList();
    }
}
