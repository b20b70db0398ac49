package app.orchard.payment;

/** How an order is to be paid. Only ONLINE goes through the gateway. */
public enum PaymentMethod {
    CASH,
    ONLINE,
    UPI_AT_STALL
}
