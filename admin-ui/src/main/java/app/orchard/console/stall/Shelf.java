package app.orchard.console.stall;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.catalog.ProductView;
import app.orchard.console.Feed;
import app.orchard.inventory.Inventory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What lies at a stall to be sold. */
@Service
class Shelf {

    /** @param left packs that can still be sold */
    record Place(Pack pack, int left) {}

    private record Key(String what, String stall) {}

    private final Catalog catalog;
    private final Inventory inventory;

    Shelf(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    /** Packs that were ever brought to the stall, sold out ones too. */
    Feed<List<Place>> of(String stall) {
        return new Feed<>(new Key("shelf", stall), "stock"::equals, () -> read(stall));
    }

    private List<Place> read(String stall) {
        List<Pack> packs = catalog.products().stream()
                .map(ProductView::packs)
                .flatMap(List::stream)
                .toList();
        Map<UUID, Integer> left =
                inventory.available(stall, packs.stream().map(Pack::id).toList());
        return packs.stream()
                .filter(pack -> left.containsKey(pack.id()))
                .map(pack -> new Place(pack, left.getOrDefault(pack.id(), 0)))
                .toList();
    }
}
