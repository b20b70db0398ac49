package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogEntry;
import app.orchard.inventory.StockLevel;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** @param store what lies in the main store, by pack */
record Assortment(List<CatalogEntry> products, Map<UUID, StockLevel> store) {

    int left(CatalogEntry.PackEntry pack) {
        StockLevel level = store.get(pack.id());
        return level == null ? 0 : level.available();
    }

    int lowBelow(CatalogEntry.PackEntry pack) {
        StockLevel level = store.get(pack.id());
        return level == null ? 0 : level.lowBelow();
    }
}
