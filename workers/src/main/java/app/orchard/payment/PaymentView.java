package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order's payment, for people and pages.
 *
 * @param refunded sent back or on its way back
 * @param payable the customer can pay it on the web now
 */
public record PaymentView(
        OrderId order,
        PaymentMethod method,
        PaymentState state,
        Money amount,
        Money captured,
        Money refunded,
        @Nullable Instant expiresAt,
        boolean payable) {

    public PaymentStanding standing() {
        return PaymentStanding.of(state, captured, refunded);
    }
}
