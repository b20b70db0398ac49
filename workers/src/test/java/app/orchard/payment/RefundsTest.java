package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.payment.RefundProgress.State;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.sandbox.http.Journal;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundsTest extends PaymentScenario {

    private static final String REFUND = "/v1/payments/.*/refund";

    @Test
    void sendsEverythingBackOnce() {
        OrderId order = paid();
        UUID request = UUID.randomUUID();
        assertThat(sendBack(order, PRICE, request).state()).isEqualTo(State.DONE);
        assertThat(sendBack(order, PRICE, request).state()).isEqualTo(State.DONE);
        assertRefunded(order, PRICE);
        assertThat(GATEWAY.journal().of("POST", REFUND)).hasSize(1);
        assertThat(keys()).containsExactly(request + "-0");
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_AFTER", "TIMEOUT_AFTER", "SERVER_ERROR_AFTER", "MALFORMED_JSON"})
    void sendsItBackOnceThoughTheAnswerWasLost(Kind lost) {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        OrderId order = paidAndChecked();
        fault(lost, "POST", REFUND);
        assertUnderway(order);
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.UNKNOWN);

        soonRefunded(order);
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
        soonRefunded(order);
        assertThat(refundsAtTheGateway(order)).hasSize(1);
        assertThat(keys()).as("the same key each time").hasSize(1);
    }

    @Test
    void waitsWhileTheGatewayIsStillAtIt() {
        OrderId order = paid();
        steer("/sandbox/switches", Map.of("refundsInProgress", 1));
        assertUnderway(order);
        soonRefunded(order);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void countsMoneyTheGatewayTookAsRefundedAndKeepsWhatItCouldNotSend() {
        OrderId order = accepted();
        String refund = refundsAtTheGateway(order).getFirst();
        steer("/sandbox/refunds/" + refund + "/failed", Map.of());
        soon(() -> assertThat(view(order).refunded()).isEqualTo(Money.ZERO));
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.FAILED);

        UUID request = requests(order).getFirst();
        assertThat(refundDesk.send(order, request).state()).isEqualTo(State.FAILED);
        assertThat(refundDesk.send(order, request).failure()).contains("could not send");
        steer("/sandbox/switches", Map.of("refundsPending", false));
        payments.sendOnceMore(order, request, founder());
        payments.sendOnceMore(order, request, founder());
        assertThat(refundDesk.send(order, request).state()).isEqualTo(State.DONE);
        assertRefunded(order, PRICE);
        assertThat(keys()).as("a new try has a new key").hasSize(2);
    }

    @Test
    void paysByHandWhatTheGatewayCouldNotSend() {
        OrderId order = accepted();
        steer("/sandbox/refunds/" + refundsAtTheGateway(order).getFirst() + "/failed", Map.of());
        soon(() -> assertThat(view(order).refunded()).isEqualTo(Money.ZERO));

        UUID request = requests(order).getFirst();
        HandPayment upi = new HandPayment(RefundWay.UPI, "4711 0815");
        Staff founder = founder();
        payments.paidByHand(order, request, upi, founder);
        payments.paidByHand(order, request, upi, founder);
        assertThat(refundDesk.send(order, request).state()).isEqualTo(State.DONE);
        assertRefunded(order, PRICE);
        assertThat(keys()).as("the gateway is not asked again").hasSize(1);
        assertThat(payments.refunds(order).getLast())
                .returns(RefundWay.UPI, RefundView::way)
                .returns("4711 0815", RefundView::reference)
                .returns(founder.login(), RefundView::paidBy);
    }

    @Test
    void neverPaysByHandWhatTheGatewayMayHaveSent() {
        OrderId order = paid();
        fault(Kind.DROP_AFTER, "POST", REFUND);
        assertUnderway(order);
        payments.paidByHand(order, requests(order).getFirst(), new HandPayment(RefundWay.UPI, "1"), founder());
        assertThat(payments.refunds(order)).extracting(RefundView::way).containsExactly(RefundWay.GATEWAY);
    }

    @Test
    void saysWhenTheGatewayRefuses() {
        OrderId order = paid();
        fault(Kind.NO_DESCRIPTION, "POST", REFUND);
        assertThat(sendBack(order).state()).isEqualTo(State.FAILED);
        assertThat(view(order).refunded()).isEqualTo(Money.ZERO);
    }

    @Test
    void takesARefundMadeAtTheGatewayForItsOwn() {
        OrderId order = paid();
        gatewayRefunds(capture(order), PRICE.minor());
        soon(() -> assertRefunded(order, PRICE));
        assertThat(sendBack(order).state()).as("nothing is left").isEqualTo(State.DONE);
        assertThat(refundsAtTheGateway(order)).hasSize(1);
    }

    @Test
    void refundsAPartOncePerOccasionAndNeverMoreThanCame() {
        OrderId order = paid();
        UUID complaint = UUID.randomUUID();
        sendBack(order, Money.of(50_000), complaint);
        sendBack(order, Money.of(50_000), complaint);
        sendBack(order, Money.of(50_000), UUID.randomUUID());
        assertThat(refundsAtTheGateway(order)).hasSize(2);
        assertThat(view(order).refunded()).isEqualTo(Money.of(100_000));
        sendBack(order, Money.of(25_001), UUID.randomUUID());
        assertRefunded(order, PRICE);
    }

    @Test
    void sendsItBackOnceWhenManyAskAtOnce() throws Exception {
        OrderId order = paid();
        UUID request = UUID.randomUUID();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> sendBack(order, PRICE, request));
            }
        }
        soonRefunded(order);
        assertThat(refundsAtTheGateway(order)).hasSize(1);
        assertThat(GATEWAY.journal().of("POST", REFUND)).hasSize(1);
    }

    @Test
    void cashIsPaidBackByAPersonWhoSaysHow() {
        OrderId order = placed(PaymentMethod.CASH);
        payments.collectCash(order, PRICE, founder());
        payments.collectCash(order, PRICE, founder());
        assertThat(view(order).captured()).isEqualTo(PRICE);
        UUID request = UUID.randomUUID();
        assertThat(sendBack(order, PRICE, request).state()).isEqualTo(State.BY_HAND);
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.REQUESTED);

        payments.paidByHand(order, request, new HandPayment(RefundWay.CASH, "given to the neighbour"), founder());
        assertThat(refundDesk.send(order, request).state()).isEqualTo(State.DONE);
        assertRefunded(order, PRICE);
        assertThat(GATEWAY.journal().of("POST", REFUND)).isEmpty();
        assertThat(jdbc.sql(
                                "select kind, sum(amount) from cash_movement where order_id = ? group by kind order by kind")
                        .param(order.value())
                        .query((row, n) -> row.getString(1) + " " + row.getLong(2))
                        .list())
                .as("what the founder carries")
                .containsExactly("COLLECTED " + PRICE.minor(), "GIVEN_BACK " + -PRICE.minor());
    }

    @Test
    void isWrittenOnce() {
        OrderId order = paid();
        sendBack(order);
        String row = requests(order).getFirst() + "-0";
        assertThatThrownBy(() -> jdbc.sql("update payment_refund set amount = 1 where key = ?")
                        .param(row)
                        .update())
                .hasMessageContaining("written once");
        assertThatThrownBy(() -> jdbc.sql("delete from payment_refund where key = ?")
                        .param(row)
                        .update())
                .hasMessageContaining("written once");
    }

    private OrderId accepted() {
        steer("/sandbox/switches", Map.of("refundsPending", true));
        OrderId order = paid();
        assertThat(sendBack(order).state()).isEqualTo(State.WAITING);
        assertThat(payments.refunds(order)).extracting(RefundView::state).containsExactly(RefundState.ACCEPTED);
        return order;
    }

    private void soonRefunded(OrderId order) {
        soon(() -> {
            askAgain(order);
            assertRefunded(order, PRICE);
        });
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
        RefundProgress progress = sendBack(order);
        assertThat(progress.state()).isEqualTo(State.WAITING);
        assertThat(progress.askAgainAt()).isNotNull();
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
