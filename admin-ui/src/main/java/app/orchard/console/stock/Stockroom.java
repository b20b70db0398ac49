package app.orchard.console.stock;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.Lot;
import app.orchard.inventory.StockKeeping;
import app.orchard.inventory.StockLevel;
import app.orchard.replenishment.Replenishment;
import app.orchard.replenishment.Replenishments;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads levels, lots and what is being ordered, for the pages. */
@Service
class Stockroom {

    private final Catalog catalog;
    private final Inventory inventory;
    private final StockKeeping stock;
    private final Replenishments replenishments;

    Stockroom(Catalog catalog, Inventory inventory, StockKeeping stock, Replenishments replenishments) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.stock = stock;
        this.replenishments = replenishments;
    }

    /** In the order of the locations, and of the shop. Everybody who may see it sees the same. */
    Feed<List<Shelf>> shelves(Staff by) {
        return new Feed<>(Pages.STOCK, "stock"::equals, () -> read(by));
    }

    List<Location> locations() {
        return inventory.locations();
    }

    List<Pack> packs() {
        return catalog.everyPack();
    }

    private List<Shelf> read(Staff by) {
        Map<String, StockLevel> levels = inventory.levels().stream()
                .collect(Collectors.toMap(level -> level.variant() + level.location(), Function.identity()));
        Map<String, List<Lot>> lots =
                stock.lots(by).stream().collect(Collectors.groupingBy(lot -> lot.variant() + lot.location()));
        Map<String, Replenishment> ordering = replenishments.open(by).stream()
                .collect(Collectors.toMap(each -> each.variant() + each.location(), Function.identity()));
        return locations().stream()
                .flatMap(location -> packs().stream()
                        .filter(pack -> levels.containsKey(pack.id() + location.code()))
                        .map(pack -> shelf(pack, location, levels, lots, ordering)))
                .toList();
    }

    private static Shelf shelf(
            Pack pack,
            Location location,
            Map<String, StockLevel> levels,
            Map<String, List<Lot>> lots,
            Map<String, Replenishment> ordering) {
        String key = pack.id() + location.code();
        StockLevel level = levels.getOrDefault(key, new StockLevel(pack.id(), location.code(), 0, 0, 0, 0));
        return new Shelf(pack, location, level, lots.getOrDefault(key, List.of()), ordering.get(key));
    }
}
