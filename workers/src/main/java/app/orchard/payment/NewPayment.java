package app.orchard.payment;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order owes from its placement on.
 *
 * @param customer nobody when sold at the stall without a phone number
 * @param orderNumber as the customer knows the order
 * @param expiresAt until when it must be paid; none for payments in person
 */
public record NewPayment(
        OrderId order,
        @Nullable CustomerId customer,
        String orderNumber,
        PaymentMethod method,
        Money amount,
        @Nullable Instant expiresAt) {

    public NewPayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Order " + orderNumber + " owes nothing: " + amount.format());
        }
    }
}
