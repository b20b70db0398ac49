package app.orchard.refund;

import app.orchard.order.OrderLine;
import app.orchard.order.OrderView;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The amounts of an order as they were when it was placed, and what of them was refunded before. Amounts are split so
 * that all pieces of a line together are its price to the paisa: whoever comes last takes the rest.
 *
 * @param before packs refunded before, by position of their line
 * @param fee what is left of the delivery fee
 */
record FrozenOrder(List<OrderLine> lines, Map<Integer, Integer> before, Money fee) {

    static FrozenOrder of(OrderView order, Map<Integer, Integer> before, boolean feeWasRefunded) {
        Money fee = feeWasRefunded ? Money.ZERO : order.totals().fee();
        return new FrozenOrder(order.lines(), before, fee);
    }

    /** Packs of that line that can still be refunded. */
    int left(int position) {
        return lines.get(position).quantity() - before.getOrDefault(position, 0);
    }

    /** @throws Refusal INVALID for lines the order does not have, CONFLICT when so many packs are no longer left */
    List<RefundItem> packs(Map<Integer, Integer> quantities) {
        return quantities.entrySet().stream()
                .filter(wanted -> wanted.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .map(wanted -> packs(wanted.getKey(), wanted.getValue()))
                .toList();
    }

    private RefundItem packs(int position, int quantity) {
        if (position < 0 || position >= lines.size() || quantity < 0) {
            throw Refusal.invalid("no-such-line", "The order has no line " + (position + 1) + " to refund.");
        }
        if (quantity > left(position)) {
            throw Refusal.conflict(
                            "refund-too-large",
                            "Only " + left(position) + " × "
                                    + lines.get(position).title() + " can still be refunded.")
                    .with("line", position)
                    .with("left", left(position));
        }
        int from = before.getOrDefault(position, 0);
        return new RefundItem(
                position, quantity, priceOf(position, from + quantity).minus(priceOf(position, from)));
    }

    /** Of the first so many packs of a line. */
    private Money priceOf(int position, int packs) {
        OrderLine line = lines.get(position);
        return part(line.total(), packs, line.quantity());
    }

    /** All packs that are left, each line with its part of so many percent of their price. */
    List<RefundItem> share(int percent) {
        List<RefundItem> whole = packs(
                IntStream.range(0, lines.size()).boxed().collect(Collectors.toMap(position -> position, this::left)));
        long goods = whole.stream().mapToLong(item -> item.amount().minor()).sum();
        Money back = part(Money.of(goods), percent, 100);
        List<RefundItem> shares = new ArrayList<>();
        long seen = 0;
        for (RefundItem item : whole) {
            Money from = part(back, seen, goods);
            seen += item.amount().minor();
            shares.add(new RefundItem(
                    item.position(), item.quantity(), part(back, seen, goods).minus(from)));
        }
        return shares;
    }

    private static Money part(Money whole, long of, long all) {
        if (all == 0) {
            return Money.ZERO;
        }
        return Money.of(BigDecimal.valueOf(whole.minor())
                .multiply(BigDecimal.valueOf(of))
                .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
