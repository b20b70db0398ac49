package app.orchard.storefront.security;

import org.springframework.stereotype.Component;

/** Of coupons. */
@Component
public class CouponGuesses extends Guesses {

    CouponGuesses() {
        super("coupon-unknown");
    }
}
