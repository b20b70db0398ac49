package app.orchard.payment.razorpay;

import app.orchard.shared.Money;

/**
 * Money on its way back.
 *
 * @param key the key under which we asked for it, empty when somebody else did
 */
public record GatewayRefund(String id, String paymentId, Money amount, String key, State state) {

    /** The same, when we know by other means that it is ours. */
    public GatewayRefund under(String key) {
        return new GatewayRefund(id, paymentId, amount, key, state);
    }

    /** Where it is. */
    public enum State {
        PENDING,
        PROCESSED,
        FAILED
    }
}
