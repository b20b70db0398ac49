package app.orchard.order;

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

    StockLine asStock() {
        return new StockLine(variantId, quantity);
    }
}
