package app.orchard.inventory;

import java.util.UUID;

/** So many packs of one variant. */
public record StockLine(UUID variant, int quantity) {

    public StockLine {
        if (quantity <= 0) {
            throw new IllegalArgumentException("quantity must be positive: " + quantity);
        }
    }
}
