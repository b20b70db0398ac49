package app.orchard.refund;

import app.orchard.shared.Money;
import java.util.List;

/**
 * What a refund is made of.
 *
 * @param other what belongs to no line: goodwill, or money the order never needed
 * @param amount of all this; less when less came in
 */
record RefundPlan(List<RefundItem> items, Money fee, Money other, Money amount) {

    static RefundPlan of(List<RefundItem> items, Money fee, Money other) {
        Money sum = items.stream().map(RefundItem::amount).reduce(fee.plus(other), Money::plus);
        return new RefundPlan(items, fee, other, sum);
    }

    static RefundPlan only(Money other) {
        return of(List.of(), Money.ZERO, other);
    }

    RefundPlan atMost(Money left) {
        return new RefundPlan(items, fee, other, amount.atMost(left));
    }
}
