package app.orchard.payment.razorpay;

import app.orchard.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the gateway's statement: money that reached our bank account, or was taken off it.
 *
 * @param id of the payment, the refund or whatever else it is about
 * @param paymentId the payment that a refund belongs to
 * @param fee tax on it included
 * @param credit what reached us: the amount without the fee
 * @param debit what was taken off
 */
public record GatewayEntry(
        String id,
        Kind kind,
        @Nullable String paymentId,
        Money amount,
        Money fee,
        Money credit,
        Money debit,
        @Nullable String settlementId,
        @Nullable String utr,
        Instant createdAt,
        Instant settledAt) {

    public enum Kind {
        PAYMENT,
        REFUND,
        OTHER
    }
}
