package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order's payment, for people and pages.
 *
 * @param online what of it came through the gateway
 * @param refunded sent back or on its way back
 * @param payable the customer can pay it on the web now
 */
public record PaymentView(
        OrderId order,
        PaymentMethod method,
        PaymentState state,
        Money amount,
        Money captured,
        Money online,
        Money refunded,
        @Nullable Instant expiresAt,
        boolean payable) {

    /** How it was paid, which at the door can be another way than the one agreed on. */
    public PaymentMethod way() {
        return online.isPositive() ? PaymentMethod.ONLINE : method;
    }

    public PaymentStanding standing() {
        return PaymentStanding.of(state, captured, refunded);
    }
}
