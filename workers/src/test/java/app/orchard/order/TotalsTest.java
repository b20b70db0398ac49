package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.orchard.catalog.Pack;
import app.orchard.catalog.TaxRate;
import app.orchard.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;

class TotalsTest {

    @Property
    void sumsLinesExactly(@ForAll("orders") List<OrderLine> lines, @ForAll("fees") Money fee) {
        Totals totals = Totals.of(lines, fee);

        assertThat(totals.total()).isEqualTo(sum(lines, OrderLine::total).plus(fee));
        assertThat(totals.total())
                .isEqualTo(totals.goods().minus(totals.discount()).plus(totals.fee()));
        assertThat(totals.tax()).isEqualTo(sum(lines, OrderLine::tax));
        assertThat(List.of(totals.goods(), totals.discount(), totals.tax(), totals.total()))
                .allMatch(money -> money.minor() >= 0);
        assertThat(totals.tax()).isLessThanOrEqualTo(totals.goods().minus(totals.discount()));
    }

    @Property
    void neverTakesMoreOffALineThanItCosts(
            @ForAll("packs") Pack pack,
            @ForAll @IntRange(min = 1, max = 99) int quantity,
            @ForAll @Positive long more) {
        Money gross = pack.price().times(quantity);
        TaxRate rate = new TaxRate(500);

        assertThat(OrderLine.priced(pack, quantity, gross, rate).total()).isEqualTo(Money.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderLine.priced(pack, quantity, gross.plus(Money.of(more % 1_000_000 + 1)), rate));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderLine.priced(pack, quantity, Money.of(-more), rate));
    }

    /** Half a paisa at most, whichever way one looks: net plus tax on net gives the gross again. */
    @Property
    void roundsTheTaxOfALineToTheNearestPaisa(@ForAll("packs") Pack pack, @ForAll @IntRange(max = 10_000) int points) {
        Money tax = new TaxRate(points).includedIn(pack.price());

        BigDecimal exact = BigDecimal.valueOf(pack.price().minor())
                .multiply(BigDecimal.valueOf(points))
                .divide(BigDecimal.valueOf(10_000 + points), 10, RoundingMode.HALF_UP);
        assertThat(BigDecimal.valueOf(tax.minor()).subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Example
    void refusesSumsThatDoNotAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Totals(Money.of(100), Money.ZERO, Money.of(10), Money.ZERO, Money.of(109)));
    }

    @Provide
    Arbitrary<List<OrderLine>> orders() {
        Arbitrary<OrderLine> line = Combinators.combine(
                        packs(),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 10_000).map(TaxRate::new))
                .as(TotalsTest::line);
        return line.list().ofMinSize(1).ofMaxSize(50);
    }

    @Provide
    Arbitrary<Money> fees() {
        return Arbitraries.longs().between(0, Money.MOST.minor()).map(Money::of);
    }

    /** Every price the catalog's table takes. */
    @Provide
    Arbitrary<Pack> packs() {
        return Arbitraries.longs()
                .between(1, Money.MOST.minor())
                .map(price -> new Pack(
                        new UUID(0, price), "SKU", "Mango", "mango", "mango.svg", "Box", Money.of(price), "FRUIT", 2));
    }

    private static OrderLine line(Pack pack, int quantity, int discountPoints, TaxRate rate) {
        long gross = pack.price().times(quantity).minor();
        return OrderLine.priced(pack, quantity, Money.of(gross / 10_000 * discountPoints), rate);
    }

    private static Money sum(List<OrderLine> lines, Function<OrderLine, Money> of) {
        return lines.stream().map(of).reduce(Money.ZERO, Money::plus);
    }
}
