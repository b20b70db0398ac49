package app.orchard.refund;

import app.orchard.shared.Money;
import java.util.List;

/**
 * What can still be given back of an order.
 *
 * @param left of what came in
 * @param fee what is left of the delivery fee
 */
public record RefundOffer(Money left, List<Line> lines, Money fee) {

    /** @param packs how many of the line can still be refunded */
    public record Line(int position, String title, int packs) {}
}
