package app.orchard.promotion;

import app.orchard.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits what a coupon takes off over the lines it is for, by their price. The parts are together the discount to the
 * paisa: each line takes what was due up to it less what the lines before it took.
 */
final class Discounts {

    /** No order is free: so much is left of the goods at least. */
    static final Money LEAST_LEFT = Money.of(100);

    private Discounts() {}

    static List<Money> of(Coupon coupon, List<CouponLine> lines) {
        Money all = sum(lines);
        Money goods = sum(lines.stream().filter(coupon::isFor).toList());
        Money wanted = goods;
        if (coupon.percent() != null) {
            wanted = part(goods, coupon.percent(), 100);
        }
        if (coupon.amount() != null) {
            wanted = wanted.atMost(coupon.amount());
        }
        Money most = all.minus(LEAST_LEFT.atMost(all));
        return split(wanted.atMost(most), coupon, lines, goods);
    }

    private static List<Money> split(Money discount, Coupon coupon, List<CouponLine> lines, Money goods) {
        List<Money> parts = new ArrayList<>();
        Money seen = Money.ZERO;
        Money given = Money.ZERO;
        for (CouponLine line : lines) {
            if (!coupon.isFor(line)) {
                parts.add(Money.ZERO);
                continue;
            }
            seen = seen.plus(line.gross());
            Money due = part(discount, seen.minor(), goods.minor());
            parts.add(due.minus(given));
            given = due;
        }
        return parts;
    }

    private static Money sum(List<CouponLine> lines) {
        return lines.stream().map(CouponLine::gross).reduce(Money.ZERO, Money::plus);
    }

    private static Money part(Money whole, long numerator, long denominator) {
        return Money.of(BigDecimal.valueOf(whole.minor())
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
