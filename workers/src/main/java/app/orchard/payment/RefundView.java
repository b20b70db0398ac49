package app.orchard.payment;

import app.orchard.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param failure why it has not gone back yet, if something went wrong */
public record RefundView(
        Money amount,
        String reason,
        RefundState state,
        @Nullable String failure,
        Instant requestedAt) {}
