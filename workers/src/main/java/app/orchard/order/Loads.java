package app.orchard.order;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.inventory.StockLine;
import app.orchard.slots.Load;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What goods take of a delivery slot: one stop, however many they are, and the kitchen's time for each pack. */
@Service
public class Loads {

    private final Catalog catalog;

    Loads(Catalog catalog) {
        this.catalog = catalog;
    }

    public Load of(List<StockLine> goods) {
        Map<UUID, Pack> packs =
                catalog.known(goods.stream().map(StockLine::variant).toList());
        int minutes = 0;
        for (StockLine line : goods) {
            Pack pack = packs.get(line.variant());
            minutes += pack == null ? 0 : pack.kitchenMinutes() * line.quantity();
        }
        return new Load(1, minutes);
    }
}
