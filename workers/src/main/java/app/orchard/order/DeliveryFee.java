package app.orchard.order;

import app.orchard.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What bringing an order costs.
 *
 * @param freeFrom from which sum of goods it is free; null when it never is
 * @param minimum what the goods must cost before discounts to be brought at all
 * @param reason shown to customers
 */
public record DeliveryFee(Money fee, @Nullable Money freeFrom, Money minimum, String reason) {

    /** A sale over the counter is not brought. */
    static final DeliveryFee NONE = new DeliveryFee(Money.ZERO, null, Money.ZERO, "");

    public DeliveryFee {
        if (fee.minor() < 0) {
            throw new IllegalArgumentException("A fee is never negative");
        }
    }

    /** How much more to buy for delivery to be free; zero when it is, null when it never will be. */
    public @Nullable Money missing(Money goods) {
        if (fee.isZero()) {
            return Money.ZERO;
        }
        return freeFrom == null || freeFrom.compareTo(goods) <= 0 ? null : freeFrom.minus(goods);
    }
}
