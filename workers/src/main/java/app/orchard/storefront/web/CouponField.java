package app.orchard.storefront.web;

import app.orchard.promotion.CouponOffer;
import app.orchard.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * The field for a coupon, on whichever page it stands.
 *
 * @param typed what stands in it
 * @param offer what is taken off; null when nothing is
 * @param problem beside the field, empty when there is none
 */
record CouponField(String typed, @Nullable CouponOffer offer, String problem) {

    static final CouponField EMPTY = new CouponField("", null, "");

    public Money off() {
        return offer == null ? Money.ZERO : offer.sum();
    }
}
