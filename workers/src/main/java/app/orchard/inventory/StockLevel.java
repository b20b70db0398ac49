package app.orchard.inventory;

import java.util.UUID;

/**
 * Packs of a variant at a location.
 *
 * @param reserved of those on hand, promised to orders
 * @param available can be promised today: neither promised nor spoilt
 * @param lowBelow with fewer available somebody has to order more
 */
public record StockLevel(UUID variant, String location, int onHand, int reserved, int available, int lowBelow) {

    public boolean isLow() {
        return available < lowBelow;
    }
}
