package app.orchard.order;

import app.orchard.catalog.Pack;
import app.orchard.shared.Money;
import app.orchard.slots.Load;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to buy, at today's prices.
 *
 * @param id cannot be guessed; who knows it may change the cart
 * @param coupon a code that took something off when it was typed; null without one
 */
public record Cart(UUID id, List<Line> lines, @Nullable String coupon) {

    public record Line(Pack pack, int quantity) {

        public Money total() {
            return pack.price().times(quantity);
        }
    }

    public Money goods() {
        return lines.stream().map(Line::total).reduce(Money.ZERO, Money::plus);
    }

    /** What it takes of a delivery slot. */
    public Load load() {
        return new Load(
                1,
                lines.stream()
                        .mapToInt(line -> line.pack().kitchenMinutes() * line.quantity())
                        .sum());
    }

    public int count() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
