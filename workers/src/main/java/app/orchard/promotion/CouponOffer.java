package app.orchard.promotion;

import app.orchard.shared.Money;
import java.util.List;
import java.util.UUID;

/**
 * What a coupon takes off a cart.
 *
 * @param code in capitals
 * @param title for people
 * @param discounts one for each line, in their order
 */
public record CouponOffer(UUID coupon, String code, String title, List<Money> discounts) {

    /** All that it takes off. */
    public Money sum() {
        return discounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
