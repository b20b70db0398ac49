package app.orchard.order;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order would cost, line by line. The prices hold until it expires.
 *
 * @param zone code of the zone that is delivered to
 * @param slot the time the fee was asked for; null when no time was chosen
 * @param minimum what the goods must cost before discounts to be brought at all
 * @param feeReason why the fee is what it is, for people
 * @param coupon what took something off the goods; null without one
 */
public record Quote(
        UUID id,
        UUID address,
        String zone,
        @Nullable UUID slot,
        List<OrderLine> lines,
        Totals totals,
        Money minimum,
        String feeReason,
        @Nullable UUID coupon,
        Instant expiresAt) {

    /** How much more to buy for this to be brought at all; zero when it is enough. */
    public Money missing() {
        return minimum.minus(totals.goods().atMost(minimum));
    }
}
