package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.processes.ProcessMessages;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing comes from the gateway by itself. */
class LostWebhooksTest extends PaymentScenario {

    @BeforeEach
    void nobodyTellsUs() {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
    }

    @Test
    void theJanitorFindsTheMoney() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        janitorIsDue(order);
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED)).isEqualTo(1);
    }

    @Test
    void theJanitorAsksAgainAfterTheGatewayWasAway() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        fault(Kind.BAD_GATEWAY, "GET", "/payments");
        janitorIsDue(order);
        soon(() -> assertThat(GATEWAY.journal().of("GET", "/v1/orders/.*/payments"))
                .hasSize(1));
        soon(() -> janitorIsDueAgain(order));
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
    }

    @Test
    void theLastQuestionBeforeExpiryFindsTheMoney() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        assertThat(desk.expire(order, false)).isTrue();
        assertThat(desk.expire(order, false)).isTrue();
        assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void expiresWhatNobodyPaid() {
        OrderId order = requested();
        customerPays(order, "FAILURE");
        assertThat(desk.expire(order, false)).isFalse();
        assertThat(desk.expire(order, false)).isFalse();
        assertThat(view(order))
                .returns(PaymentState.EXPIRED, PaymentView::state)
                .returns(false, PaymentView::payable);
    }

    @Test
    void doesNotExpireOnSilenceBeforeTheLastTry() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        faults(Kind.BAD_GATEWAY, "GET", "/payments", 2);
        assertThatThrownBy(() -> desk.expire(order, false)).isInstanceOf(Refusal.class);
        assertThat(view(order).state()).isEqualTo(PaymentState.PENDING);
        assertThat(desk.expire(order, true)).isFalse();

        janitorIsDue(order);
        soon(() -> assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE))
                .isEqualTo(1));
    }

    @Test
    void findsAnOrderItNeverHeardOfWhenTheTimeIsOver() {
        OrderId order = placed();
        fault(Kind.DROP_AFTER, "POST", "/v1/orders$");
        assertThatThrownBy(() -> desk.request(order)).isInstanceOf(Refusal.class);
        assertThat(desk.expire(order, false)).isFalse();
        assertThat(view(order).state()).isEqualTo(PaymentState.EXPIRED);
    }

    @Test
    void moneyAfterExpiryIsLateAndStartsItsOwnProcess() {
        OrderId order = requested();
        Map<String, Object> attempt = customerPays(order, "LATE");
        assertThat(desk.expire(order, false)).isFalse();
        steer("/sandbox/payments/" + paymentId(attempt) + "/authorize", Map.of());
        janitorIsDue(order);

        soon(() -> assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE))
                .isEqualTo(1));
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED)).isZero();
        assertThat(view(order))
                .returns(PRICE, PaymentView::captured)
                .returns(PaymentState.CAPTURED, PaymentView::state);
        assertThat(desk.expire(order, false))
                .as("a late capture is not in time")
                .isFalse();
    }

    @Test
    void moneyAfterCancellationIsLate() {
        OrderId order = requested();
        payments.cancel(order);
        steer("/sandbox/orders/" + gatewayOrderOf(order) + "/pay", Map.of());
        janitorIsDue(order);
        soon(() -> assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE))
                .isEqualTo(1));
    }

    @Test
    void takesMoneyThatIsOnlyAuthorised() {
        steer("/sandbox/switches", Map.of("captureByHand", true));
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        assertThat(desk.expire(order, false)).isTrue();
        assertThat(view(order).captured()).isEqualTo(PRICE);
    }

    @Test
    void leavesMoneyAloneThatIsAuthorisedTooLate() {
        steer("/sandbox/switches", Map.of("captureByHand", true));
        OrderId order = requested();
        Map<String, Object> attempt = customerPays(order, "LATE");
        desk.expire(order, false);
        steer("/sandbox/payments/" + paymentId(attempt) + "/authorize", Map.of());
        desk.check(order);
        steer("/sandbox/payments/" + paymentId(attempt) + "/auto-refund", Map.of());
        desk.check(order);
        assertThat(view(order))
                .returns(Money.ZERO, PaymentView::captured)
                .returns(PaymentState.EXPIRED, PaymentView::state);
    }

    @Test
    void learnsOfRefundsMadeAtTheGateway() {
        OrderId order = requested();
        String paid = paymentId(customerPays(order, "SUCCESS"));
        gatewayRefunds(paid, 25_000);
        assertThat(desk.expire(order, false)).isTrue();
        janitorIsDue(order);
        soon(() -> assertThat(view(order).refunded()).isEqualTo(Money.of(25_000)));
    }

    private void janitorIsDueAgain(OrderId order) {
        long waiting = jdbc.sql("select count(*) from payment where order_id = ? and checks > 0")
                .param(order.value())
                .query(Long.class)
                .single();
        assertThat(waiting).isEqualTo(1);
        janitorIsDue(order);
    }
}
