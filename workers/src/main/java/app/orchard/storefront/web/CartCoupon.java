package app.orchard.storefront.web;

import app.orchard.order.Cart;
import app.orchard.order.Carts;
import app.orchard.promotion.CouponLine;
import app.orchard.promotion.CouponOffer;
import app.orchard.promotion.Coupons;
import app.orchard.shared.Refusal;
import app.orchard.storefront.security.CouponGuesses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The coupon of a cart: kept when it takes something off, looked at anew on each page. */
@Component
class CartCoupon {

    private static final int LONGEST = 40;

    private final Coupons coupons;
    private final Carts carts;
    private final CouponGuesses guesses;
    private final Wording wording;

    CartCoupon(Coupons coupons, Carts carts, CouponGuesses guesses, Wording wording) {
        this.coupons = coupons;
        this.carts = carts;
        this.guesses = guesses;
        this.wording = wording;
    }

    /** @param zone that is delivered to; null while it is not known */
    CouponField of(Visitor visitor, @Nullable String zone) {
        Cart cart = visitor.cart();
        if (cart == null || cart.coupon() == null || cart.lines().isEmpty()) {
            return CouponField.EMPTY;
        }
        try {
            return new CouponField(cart.coupon(), offer(cart.coupon(), cart, visitor, zone), "");
        } catch (Refusal refusal) {
            return new CouponField(cart.coupon(), null, wording.refusal(refusal));
        }
    }

    /** Nothing typed takes the coupon away. @return what to show; with no problem it is kept */
    CouponField enter(Visitor visitor, String typed, @Nullable String zone, HttpServletRequest request) {
        Cart cart = visitor.cart();
        if (cart == null || typed.isBlank()) {
            if (cart != null) {
                carts.useCoupon(cart.id(), null);
            }
            return CouponField.EMPTY;
        }
        String code = typed.substring(0, Math.min(LONGEST, typed.length()));
        try {
            CouponOffer offer = guesses.lookUp(request.getRemoteAddr(), () -> offer(code, cart, visitor, zone));
            carts.useCoupon(cart.id(), offer.code());
            return new CouponField(offer.code(), offer, "");
        } catch (Refusal refusal) {
            return new CouponField(code, null, wording.refusal(refusal));
        }
    }

    private CouponOffer offer(String code, Cart cart, Visitor visitor, @Nullable String zone) {
        List<CouponLine> lines = cart.lines().stream()
                .map(line -> new CouponLine(line.pack().slug(), line.total()))
                .toList();
        return coupons.offer(code, visitor.customer(), zone, lines);
    }
}
