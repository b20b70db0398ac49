package app.orchard.payment.razorpay;

import app.orchard.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay, as the gateway last told of it.
 *
 * @param orderId the gateway's order; none for money that did not come through one of ours
 * @param refunded what of it went back
 * @param failure the gateway's code, empty unless failed
 */
public record GatewayPayment(
        String id,
        @Nullable String orderId,
        Money amount,
        Money refunded,
        String currency,
        String method,
        State state,
        String failure) {

    /** FAILED may still become any of the others for three days. */
    public enum State {
        STARTED,
        AUTHORIZED,
        CAPTURED,
        FAILED,
        /** Went back without ever having been captured. */
        RETURNED
    }
}
