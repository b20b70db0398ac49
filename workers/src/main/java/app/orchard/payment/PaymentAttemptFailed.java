package app.orchard.payment;

import app.orchard.shared.OrderId;

/**
 * The customer tried to pay and did not succeed; the payment stays open.
 *
 * @param reason the gateway's code, such as {@code payment_cancelled}
 */
public record PaymentAttemptFailed(OrderId order, String reason) {}
