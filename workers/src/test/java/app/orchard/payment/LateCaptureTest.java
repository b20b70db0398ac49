package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.processes.ProcessMessages;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Money that comes when nobody waits for it any more is dealt with, whatever breaks meanwhile. */
@Import(LateCaptureTest.Breakdown.class)
class LateCaptureTest extends PaymentScenario {

    @Autowired
    private Breakdown breakdown;

    /** The application goes down when the capture is written and before anything that follows from it is. */
    @TestConfiguration
    static class Breakdown {

        private final AtomicInteger left = new AtomicInteger();

        @EventListener
        void on(PaymentCaptured captured) {
            if (left.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                throw new IllegalStateException("The application went down");
            }
        }
    }

    @BeforeEach
    void nothingBreaks() {
        breakdown.left.set(0);
    }

    @Test
    void isSettledWhenTheNoticeComesAgainAfterABreakdown() {
        OrderId order = expired();
        breakdown.left.set(2);
        bankAnswers(order);

        soon(() -> assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE))
                .isEqualTo(1));
        assertThat(breakdown.left).hasValue(0);
        assertThat(view(order).captured()).isEqualTo(PRICE);
        soon(() -> assertThat(unread()).isZero());
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE)).isEqualTo(1);
    }

    @Test
    void leavesNoCaptureWithoutItsMessageBehind() {
        OrderId order = expired();
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        bankAnswers(order);
        breakdown.left.set(1);
        assertThatThrownBy(() -> desk.check(order)).hasMessageContaining("went down");
        assertThat(view(order).captured().isZero()).isTrue();
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE)).isZero();

        desk.check(order);
        assertThat(view(order).captured()).isEqualTo(PRICE);
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE)).isEqualTo(1);
    }

    @Test
    void isFoundByTheJanitorThoughItBreaksDownWhileAsking() {
        OrderId order = expired();
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        bankAnswers(order);
        breakdown.left.set(1);
        janitorIsDue(order);
        soon(() -> assertThat(breakdown.left).hasValue(0));

        soon(() -> {
            janitorIsDue(order);
            assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE))
                    .isEqualTo(1);
        });
    }

    @Test
    void isAskedForByItselfAfterExpiryAndCancellation() {
        OrderId expired = expired();
        OrderId cancelled = requested();
        payments.cancel(cancelled);
        OrderId lost = placed();
        fault(Kind.DROP_AFTER, "POST", "/v1/orders$");
        assertThatThrownBy(() -> desk.request(lost)).isInstanceOf(Refusal.class);

        assertThat(jdbc.sql("select count(*) from payment where check_due_at is not null and order_id = any (?)")
                        .param(new UUID[] {expired.value(), cancelled.value(), lost.value()})
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void isFoundByReceiptWhenWeNeverHeardOfTheGatewaysOrder() {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        OrderId order = placed();
        fault(Kind.DROP_AFTER, "POST", "/v1/orders$");
        assertThatThrownBy(() -> desk.request(order)).isInstanceOf(Refusal.class);
        assertThat(view(order).state()).isEqualTo(PaymentState.UNKNOWN);

        janitorIsDue(order);
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.PENDING));
        assertThat(GATEWAY.journal().of("POST", "/v1/orders")).hasSize(1);
        customerPays(order, "SUCCESS");
        janitorIsDue(order);
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
    }

    private OrderId expired() {
        OrderId order = requested();
        customerPays(order, "LATE");
        assertThat(desk.expire(order, false)).isFalse();
        return order;
    }

    private void bankAnswers(OrderId order) {
        GATEWAY.paymentsOf(gatewayOrderOf(order))
                .forEach(slow -> steer("/sandbox/payments/" + slow.get("id") + "/authorize", Map.of()));
    }
}
