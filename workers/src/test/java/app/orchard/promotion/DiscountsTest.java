package app.orchard.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class DiscountsTest {

    @Provide
    Arbitrary<Coupon> coupons() {
        Arbitrary<Integer> percent = Arbitraries.integers().between(1, 100).injectNull(0.4);
        Arbitrary<Long> amount = Arbitraries.longs().between(1, 500_000);
        Arbitrary<String> product = Arbitraries.of("a", "b").injectNull(0.5);
        return Combinators.combine(percent, amount, product).as((p, a, only) -> coupon(p, Money.of(a), only));
    }

    @Provide
    Arbitrary<List<CouponLine>> lines() {
        Arbitrary<CouponLine> line = Combinators.combine(
                        Arbitraries.of("a", "b", "c"), Arbitraries.longs().between(1, 900_000))
                .as((product, gross) -> new CouponLine(product, Money.of(gross)));
        return line.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property
    void splitsToThePaisaOverTheLinesItIsFor(
            @ForAll("coupons") Coupon coupon, @ForAll("lines") List<CouponLine> lines) {
        List<Money> discounts = Discounts.of(coupon, lines);

        assertThat(discounts).hasSameSizeAs(lines);
        long goods = 0;
        long all = 0;
        long off = 0;
        for (int n = 0; n < lines.size(); n++) {
            CouponLine line = lines.get(n);
            Money discount = discounts.get(n);
            assertThat(discount).isBetween(Money.ZERO, line.gross());
            assertThat(coupon.isFor(line) || discount.isZero()).isTrue();
            goods += coupon.isFor(line) ? line.gross().minor() : 0;
            all += line.gross().minor();
            off += discount.minor();
        }
        long wanted = coupon.percent() == null ? goods : Math.round(goods * coupon.percent() / 100.0);
        if (coupon.amount() != null) {
            wanted = Math.min(wanted, coupon.amount().minor());
        }
        assertThat(off).isEqualTo(Math.clamp(all - 100, 0, wanted));
    }

    @Example
    void splitsByPrice() {
        List<CouponLine> lines = List.of(
                new CouponLine("a", Money.of(100_00)),
                new CouponLine("b", Money.of(50_00)),
                new CouponLine("a", Money.of(50_00)));

        assertThat(Discounts.of(coupon(null, Money.of(10_01), null), lines))
                .containsExactly(Money.of(501), Money.of(250), Money.of(250));
        assertThat(Discounts.of(coupon(10, null, "a"), lines))
                .containsExactly(Money.of(10_00), Money.ZERO, Money.of(5_00));
    }

    private static Coupon coupon(@Nullable Integer percent, @Nullable Money amount, @Nullable String product) {
        return new Coupon(
                UUID.randomUUID(),
                "TEST",
                "Test",
                percent,
                amount,
                Money.ZERO,
                null,
                product,
                Instant.EPOCH,
                null,
                null,
                1,
                0);
    }
}
