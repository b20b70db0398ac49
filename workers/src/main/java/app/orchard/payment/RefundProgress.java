package app.orchard.payment;

import app.orchard.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the money of one refund is.
 *
 * @param sent what is with the customer, or with the gateway on its way to them
 * @param askAgainAt when the gateway should be asked again; only while WAITING
 * @param failure what the gateway said; only when FAILED
 */
public record RefundProgress(
        State state, Money sent, @Nullable Instant askAgainAt, String failure) {

    /** What is to be done next. */
    public enum State {
        DONE,
        /** The gateway has it, or stays silent. */
        WAITING,
        /** A person has to pay it out. */
        BY_HAND,
        /** The gateway will not send it. */
        FAILED
    }
}
