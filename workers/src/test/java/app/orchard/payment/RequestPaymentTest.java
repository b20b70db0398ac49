package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestPaymentTest extends PaymentScenario {

    @Test
    void asksOnce() {
        OrderId order = placed();
        desk.request(order);
        desk.request(order);
        assertThat(ordersCreated()).isEqualTo(1);
        assertThat(view(order))
                .returns(PaymentState.PENDING, PaymentView::state)
                .returns(true, PaymentView::payable);
        assertThat(payments.checkout(order).amount()).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT_AFTER", "DROP_AFTER", "SERVER_ERROR_AFTER", "MALFORMED_JSON"})
    void findsTheOrderWhoseAnswerWasLostByItsReceipt(Kind lost) {
        OrderId order = placed();
        fault(lost, "POST", "/v1/orders$");
        assertUnanswered(order);
        assertThat(view(order).state()).isEqualTo(PaymentState.UNKNOWN);

        assertThat(desk.request(order)).isTrue();
        assertThat(view(order).state()).isEqualTo(PaymentState.PENDING);
        assertThat(ordersCreated()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT_BEFORE", "DROP_BEFORE", "SERVER_ERROR", "BAD_GATEWAY"})
    void asksAgainWhenTheQuestionWasLost(Kind lost) {
        OrderId order = placed();
        fault(lost, "POST", "/v1/orders$");
        assertUnanswered(order);
        assertThat(view(order).state()).isEqualTo(PaymentState.UNKNOWN);

        assertThat(desk.request(order)).isTrue();
        assertThat(ordersCreated()).isEqualTo(2);
        assertThat(view(order).state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void leavesTheJanitorToFindTheOrderWhenNobodyElseAsks() {
        OrderId order = placed();
        fault(Kind.DROP_AFTER, "POST", "/v1/orders$");
        assertUnanswered(order);
        janitorIsDue(order);
        soon(() -> assertThat(view(order).payable()).isTrue());
        assertThat(ordersCreated()).isEqualTo(1);
    }

    @Test
    void knowsThatTheGatewayDidNotTakeTheQuestionWhenItIsTooBusy() {
        OrderId order = placed();
        fault(Kind.TOO_MANY, "POST", "/v1/orders$");
        assertUnanswered(order);
        assertThat(view(order).state()).isEqualTo(PaymentState.ERRORED);
        assertThat(desk.request(order)).isTrue();
    }

    @Test
    void givesUpWhenTheGatewaySaysNo() {
        OrderId order = placed();
        fault(Kind.NO_DESCRIPTION, "POST", "/v1/orders$");
        assertThat(desk.request(order)).isFalse();
        assertThat(view(order).state()).isEqualTo(PaymentState.FAILED);
        assertThatThrownBy(() -> payments.checkout(order)).hasMessageContaining("nothing to pay");
    }

    @Test
    void takesTheKnownOrderWhenReceiptsMustBeUnique() {
        OrderId order = placed();
        steer("/sandbox/switches", java.util.Map.of("receiptsUnique", true));
        fault(Kind.DROP_AFTER, "POST", "/v1/orders$");
        assertUnanswered(order);
        fault(Kind.MALFORMED_JSON, "GET", "/v1/orders$");
        assertUnanswered(order);
        assertThat(desk.request(order)).isTrue();
    }

    @Test
    void asksOnceWhenManyAskAtOnce() throws Exception {
        OrderId order = placed();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> ask = () -> {
                try {
                    return desk.request(order);
                } catch (Refusal busy) {
                    return false;
                }
            };
            threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList());
        }
        assertThat(ordersCreated()).isEqualTo(1);
        assertThat(desk.request(order)).isTrue();
    }

    @Test
    void hasNoCheckoutBeforeTheGatewayKnows() {
        OrderId order = placed();
        assertThatThrownBy(() -> payments.checkout(order))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("payment-not-ready"));
    }

    private void assertUnanswered(OrderId order) {
        assertThatThrownBy(() -> desk.request(order))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    private static int ordersCreated() {
        return GATEWAY.journal().of("POST", "/v1/orders").size();
    }
}
