package app.orchard.refund;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One occasion on which money goes back, for people.
 *
 * @param note what happened, in the words of who asked
 * @param policy why so much, in a sentence; empty until it was decided
 * @param amount asked for
 * @param due what goes back: what was asked for, or what the founder granted
 * @param settleBy when the money should be back
 * @param decision of the founder, in a sentence
 */
public record RefundRequestView(
        UUID id,
        OrderId order,
        RefundReason reason,
        String note,
        String policy,
        List<RefundItem> items,
        Money fee,
        Money other,
        Money amount,
        Money due,
        RefundState state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable Instant settleBy,
        @Nullable Instant settledAt) {}
