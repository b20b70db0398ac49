package app.orchard.payment;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of one payment on its way back.
 *
 * @param request what it was set aside for; none when it was sent from the gateway's dashboard
 * @param reference of what a person paid out
 * @param paidBy login of that person
 * @param failure why it has not gone back yet, if something went wrong
 */
public record RefundView(
        @Nullable UUID request,
        Money amount,
        String reason,
        RefundState state,
        RefundWay way,
        @Nullable String reference,
        @Nullable String paidBy,
        @Nullable String failure,
        Instant requestedAt) {}
