package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;

/**
 * Money came for an order that had been paid already.
 *
 * @param payment the gateway's id of the second payment
 */
public record PaidTwice(OrderId order, String payment, Money amount) {}
