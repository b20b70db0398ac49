package app.orchard.payment;

import app.orchard.shared.Money;

/** Where a payment stands for people: its state, and whether the money went back. */
public enum PaymentStanding {
    CREATED,
    PENDING,
    CAPTURED,
    FAILED,
    ERRORED,
    UNKNOWN,
    EXPIRED,
    CANCELLED,
    PARTLY_REFUNDED,
    REFUNDED;

    static PaymentStanding of(PaymentState state, Money captured, Money refunded) {
        if (refunded.isPositive()) {
            return refunded.equals(captured) ? REFUNDED : PARTLY_REFUNDED;
        }
        return valueOf(state.name());
    }
}
