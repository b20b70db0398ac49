package app.orchard.console.stock;

import app.orchard.catalog.Pack;
import app.orchard.inventory.Location;
import app.orchard.inventory.Lot;
import app.orchard.inventory.StockLevel;
import app.orchard.replenishment.Replenishment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pack at one location.
 *
 * @param lots what expires first first
 * @param ordering absent while there is enough
 */
record Shelf(
        Pack pack,
        Location location,
        StockLevel level,
        List<Lot> lots,
        @Nullable Replenishment ordering) {

    /** Its part of the address. */
    String path() {
        return location.code() + "/" + pack.id();
    }
}
