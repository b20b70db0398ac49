package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;

/**
 * The whole amount of an order is here.
 *
 * @param late it came after the payment had expired, failed or been cancelled; the process {@code payment} settles it
 */
public record PaymentCaptured(OrderId order, Money amount, boolean late) {}
