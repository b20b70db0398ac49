package app.orchard.inventory;

import java.util.UUID;

/** Packs of a variant at a location: how many lie there, and how many of these are promised. */
public record StockLevel(UUID variant, String location, int onHand, int reserved) {

    public int available() {
        return onHand - reserved;
    }
}
