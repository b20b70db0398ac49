package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;

/** Money of an order went back to the customer. */
public record PaymentRefunded(OrderId order, Money amount) {}
