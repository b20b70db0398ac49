package app.orchard.refund;

import app.orchard.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What the table {@code refund-policy} is asked about.
 *
 * @param stage how far a cancelled order was
 * @param fault whose doing it was, or why it could not be delivered
 * @param note for people
 */
record RefundCause(
        OrderId order,
        RefundReason reason,
        @Nullable String stage,
        @Nullable String fault,
        String note) {

    static RefundCause of(OrderId order, RefundReason reason) {
        return new RefundCause(order, reason, null, null, reason.sentence() + ".");
    }
}
