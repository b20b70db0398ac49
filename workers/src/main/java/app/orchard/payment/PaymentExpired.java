package app.orchard.payment;

import app.orchard.shared.OrderId;

public record PaymentExpired(OrderId order) {}
