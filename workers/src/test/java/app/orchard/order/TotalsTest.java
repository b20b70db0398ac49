package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.orchard.shared.Money;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TotalsTest {

    @Property
    void sumsLinesExactly(@ForAll("orders") List<OrderLine> lines, @ForAll("fees") Money fee) {
        Totals totals = Totals.of(lines, fee);

        long linesTotal = lines.stream().mapToLong(line -> line.total().minor()).sum();
        assertThat(totals.total().minor()).isEqualTo(linesTotal + fee.minor());
        assertThat(totals.total())
                .isEqualTo(totals.goods().minus(totals.discount()).plus(totals.fee()));
        assertThat(totals.tax()).isLessThanOrEqualTo(totals.goods());
    }

    @Example
    void refusesSumsThatDoNotAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Totals(Money.of(100), Money.ZERO, Money.of(10), Money.ZERO, Money.of(109)));
    }

    @Provide
    Arbitrary<List<OrderLine>> orders() {
        Arbitrary<OrderLine> line = Combinators.combine(
                        Arbitraries.longs().between(1, 10_000_000),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 28))
                .as(TotalsTest::line);
        return line.list().ofMinSize(1).ofMaxSize(50);
    }

    @Provide
    Arbitrary<Money> fees() {
        return Arbitraries.longs().between(0, 100_000).map(Money::of);
    }

    private static OrderLine line(long price, int quantity, int discountPercent, int taxPercent) {
        Money gross = Money.of(price).times(quantity);
        Money discount = Money.of(gross.minor() * discountPercent / 100);
        Money total = gross.minus(discount);
        Money tax = Money.of(total.minor() * taxPercent / (100 + taxPercent));
        return new OrderLine(UUID.randomUUID(), "Mango", Money.of(price), quantity, discount, tax, total);
    }
}
