package app.orchard.promotion;

import app.orchard.shared.Money;
import java.util.List;
import java.util.UUID;

/**
 * What a coupon takes off a cart.
 *
 * @param title for people
 * @param discounts one for each line, in their order
 */
public record CouponOffer(UUID coupon, String title, List<Money> discounts) {}
