package app.orchard.payment;

/** How money goes back. */
public enum RefundWay {
    /** Through the gateway, by which it came. */
    GATEWAY,
    /** By a person who has not done it yet. */
    HAND,
    /** A person sent it by UPI. */
    UPI,
    /** A person gave it back in cash. */
    CASH
}
