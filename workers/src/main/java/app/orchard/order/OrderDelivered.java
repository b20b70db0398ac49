package app.orchard.order;

import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;

/** Published in the transaction in which an order was handed over at its customer's door. */
public record OrderDelivered(OrderId order, CustomerId customer) {}
