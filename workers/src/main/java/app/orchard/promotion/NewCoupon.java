package app.orchard.promotion;

import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as the founder wants it; see {@link Coupon} for what its parts mean.
 *
 * @throws Refusal INVALID {@code bad-coupon} for what cannot be meant
 */
public record NewCoupon(
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
        int usesEach) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{3,20}");
    private static final int LONGEST_TITLE = 100;

    public NewCoupon {
        code = normalised(code);
        title = title.strip();
        require(CODE.matcher(code).matches(), "A code has 3 to 20 letters, digits or hyphens.");
        require(!title.isEmpty() && title.length() <= LONGEST_TITLE, "A title has 1 to 100 characters.");
        require(percent != null || amount != null, "Say a percentage, an amount, or both (then it is the most).");
        require(percent == null || (percent >= 1 && percent <= 100), "A percentage lies between 1 and 100.");
        require(amount == null || isPrice(amount), "An amount is above nothing and at most " + Money.MOST.format());
        require(minGoods.isZero() || isPrice(minGoods), "The least sum is not negative.");
        require(until == null || until.isAfter(from), "It ends after it begins.");
        require(uses == null || uses >= 1, "It can be used at least once.");
        require(usesEach >= 1 && usesEach <= 1000, "Everybody can use it between once and 1000 times.");
    }

    static boolean canBe(String code) {
        return CODE.matcher(normalised(code)).matches();
    }

    static String normalised(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isPrice(Money amount) {
        return amount.isPositive() && amount.compareTo(Money.MOST) <= 0;
    }

    private static void require(boolean met, String sentence) {
        if (!met) {
            throw Refusal.invalid("bad-coupon", sentence);
        }
    }
}
