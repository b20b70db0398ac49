package app.orchard.promotion;

import app.orchard.shared.Money;

/**
 * A line of goods before discounts.
 *
 * @param product slug of its product
 */
public record CouponLine(String product, Money gross) {}
