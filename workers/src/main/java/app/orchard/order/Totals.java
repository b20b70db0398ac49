package app.orchard.order;

import app.orchard.shared.Money;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * What an order comes to: {@code total = goods − discount + fee}.
 *
 * @param goods the lines before discounts
 * @param tax contained in the lines
 */
@Embeddable
public record Totals(Money goods, Money discount, Money fee, Money tax, Money total) {

    public Totals {
        if (!total.equals(goods.minus(discount).plus(fee))) {
            throw new IllegalArgumentException("The sums of an order do not agree");
        }
    }

    static Totals of(List<OrderLine> lines, Money fee) {
        Money goods = Money.ZERO;
        Money discount = Money.ZERO;
        Money tax = Money.ZERO;
        for (OrderLine line : lines) {
            goods = goods.plus(line.unitPrice().times(line.quantity()));
            discount = discount.plus(line.discount());
            tax = tax.plus(line.tax());
        }
        return new Totals(goods, discount, fee, tax, goods.minus(discount).plus(fee));
    }
}
