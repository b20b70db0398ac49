package app.orchard.order;

import app.orchard.catalog.Pack;
import app.orchard.catalog.TaxRate;
import app.orchard.inventory.StockLine;
import app.orchard.shared.Money;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * What is bought, at the price of the moment of buying.
 *
 * @param title for people: product and pack
 * @param unitPrice of one pack, tax included
 * @param tax contained in the total
 * @param total {@code unitPrice × quantity − discount}
 */
@Embeddable
public record OrderLine(
        UUID variantId, String title, Money unitPrice, int quantity, Money discount, Money tax, Money total) {

    /** @throws IllegalArgumentException when the discount is negative or above the line, or nothing is bought */
    static OrderLine priced(Pack pack, int quantity, Money discount, TaxRate rate) {
        Money gross = pack.price().times(quantity);
        if (quantity < 1 || discount.minor() < 0 || discount.compareTo(gross) > 0) {
            throw new IllegalArgumentException("A discount lies between nothing and the whole line");
        }
        Money total = gross.minus(discount);
        return new OrderLine(pack.id(), pack.title(), pack.price(), quantity, discount, rate.includedIn(total), total);
    }

    StockLine asStock() {
        return new StockLine(variantId, quantity);
    }
}
