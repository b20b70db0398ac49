package app.orchard.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment stands. Money that arrives late still moves an ended payment to CAPTURED. */
public enum PaymentState {
    /** Owed; for ONLINE the gateway was not asked yet. */
    CREATED,
    /** The gateway waits for the customer. */
    PENDING,
    /** The whole amount is here. What went back is told beside the state. */
    CAPTURED,
    /** The gateway said no and will not change its mind. */
    FAILED,
    /** We could not ask the gateway; asked again. */
    ERRORED,
    /** We asked the gateway and heard nothing; looked up before it is asked again. */
    UNKNOWN,
    /** Not paid in time. */
    EXPIRED,
    /** The order was cancelled before it was paid. */
    CANCELLED;

    private static final Set<PaymentState> ENDED = EnumSet.of(FAILED, EXPIRED, CANCELLED);

    /** Nothing is expected from the customer any more, though nothing was captured. */
    public boolean hasEnded() {
        return ENDED.contains(this);
    }

    boolean canBecome(PaymentState next) {
        return switch (this) {
            case CREATED -> next != CREATED;
            case ERRORED -> next != CREATED;
            // Once the gateway may know of it, failing to ask again does not undo that
            case UNKNOWN -> next != CREATED && next != ERRORED;
            case PENDING -> next == CAPTURED || next == EXPIRED || next == CANCELLED;
            case FAILED, EXPIRED -> next == CAPTURED || next == CANCELLED;
            case CANCELLED -> next == CAPTURED;
            case CAPTURED -> false;
        };
    }
}
