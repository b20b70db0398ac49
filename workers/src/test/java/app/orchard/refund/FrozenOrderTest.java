package app.orchard.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.order.OrderLine;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a line is taken apart, its pieces are the line. */
class FrozenOrderTest {

    @Provide
    Arbitrary<OrderLine> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.longs().between(100, 500_000),
                        Arbitraries.integers().between(0, 99))
                .as((quantity, price, discount) -> {
                    Money goods = Money.of(price).times(quantity);
                    Money less = Money.of(goods.minor() * discount / 100);
                    return new OrderLine(
                            UUID.randomUUID(),
                            "Alphonso",
                            Money.of(price),
                            quantity,
                            less,
                            Money.ZERO,
                            goods.minus(less));
                });
    }

    @Property
    void allPiecesOfALineAreItsPriceToThePaisa(
            @ForAll("lines") OrderLine line,
            @ForAll @Size(min = 1, max = 99) List<@IntRange(min = 1, max = 9) Integer> takes) {
        Money sum = Money.ZERO;
        int taken = 0;
        for (int take : takes) {
            int now = Math.min(take, line.quantity() - taken);
            sum = sum.plus(piece(line, taken, now));
            taken += now;
        }
        sum = sum.plus(piece(line, taken, line.quantity() - taken));
        assertThat(sum).isEqualTo(line.total());
    }

    private static Money piece(OrderLine line, int before, int take) {
        var order = new FrozenOrder(List.of(line), Map.of(0, before), Money.ZERO);
        return order.packs(Map.of(0, take)).stream().map(RefundItem::amount).reduce(Money.ZERO, Money::plus);
    }

    @Property
    void sharesOfTheLinesAreTheShareOfTheirSum(
            @ForAll @Size(min = 1, max = 6) List<@From("lines") OrderLine> lines,
            @ForAll @IntRange(max = 100) int percent) {
        List<RefundItem> shares = new FrozenOrder(lines, Map.of(), Money.ZERO).share(percent);
        long goods = lines.stream().mapToLong(line -> line.total().minor()).sum();
        assertThat(shares.stream().mapToLong(item -> item.amount().minor()).sum())
                .isEqualTo((goods * percent + 50) / 100);
        assertThat(shares)
                .allSatisfy(item -> assertThat(item.amount())
                        .isBetween(Money.ZERO, lines.get(item.position()).total()));
    }

    @Property
    void whatWasRefundedBeforeAndTheRestAreTheOrder(
            @ForAll @Size(min = 1, max = 6) List<@From("lines") OrderLine> lines,
            @ForAll @IntRange(max = 98) int before) {
        Map<Integer, Integer> refunded = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            refunded.put(i, before % (lines.get(i).quantity() + 1));
        }
        List<RefundItem> all = new ArrayList<>(new FrozenOrder(lines, Map.of(), Money.ZERO).packs(refunded));
        all.addAll(new FrozenOrder(lines, refunded, Money.ZERO).share(100));
        assertThat(all.stream().mapToLong(item -> item.amount().minor()).sum())
                .isEqualTo(
                        lines.stream().mapToLong(line -> line.total().minor()).sum());
    }

    @Example
    void theLastPackTakesTheRest() {
        var line = new OrderLine(UUID.randomUUID(), "Cookies", Money.of(34), 3, Money.of(2), Money.ZERO, Money.of(100));
        assertThat(List.of(piece(line, 0, 1), piece(line, 1, 1), piece(line, 2, 1)))
                .containsExactly(Money.of(33), Money.of(34), Money.of(33));
    }

    @Example
    void refusesMorePacksThanAreLeft() {
        var line = new OrderLine(UUID.randomUUID(), "Cookies", Money.of(34), 3, Money.ZERO, Money.ZERO, Money.of(102));
        var order = new FrozenOrder(List.of(line), Map.of(0, 2), Money.ZERO);
        assertThatThrownBy(() -> order.packs(Map.of(0, 2)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only 1 × Cookies can still be refunded.");
        assertThatThrownBy(() -> order.packs(Map.of(1, 1))).isInstanceOf(Refusal.class);
    }
}
