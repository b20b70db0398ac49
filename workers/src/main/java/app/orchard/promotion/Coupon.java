package app.orchard.promotion;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code that takes something off the price of goods.
 *
 * @param code as customers type it, in capitals
 * @param title for people: "10 % off, up to ₹200"
 * @param percent of the goods it is for, between 1 and 100; null when it takes off an amount
 * @param amount what it takes off, or at most when it has a percentage; null when a percentage has no such limit
 * @param minGoods what the goods must cost before discounts
 * @param zone code of the only zone it is for; null for all
 * @param product slug of the only product it is for; null for all
 * @param until the first moment at which it is over; null when it has no end
 * @param uses how often it can be used at all; null when that does not matter
 * @param usesEach how often one customer can use it
 * @param used how often it was used and not given back
 */
public record Coupon(
        UUID id,
        String code,
        String title,
        @Nullable Integer percent,
        @Nullable Money amount,
        Money minGoods,
        @Nullable String zone,
        @Nullable String product,
        Instant from,
        @Nullable Instant until,
        @Nullable Integer uses,
        int usesEach,
        int used) {

    boolean isFor(CouponLine line) {
        return product == null || product.equals(line.product());
    }

    boolean isUsedUp() {
        return uses != null && used >= uses;
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
