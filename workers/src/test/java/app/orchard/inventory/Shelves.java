package app.orchard.inventory;

import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Puts as many packs on the store's shelf as a test needs. */
@TestComponent
public class Shelves {

    public static final Staff PACKER =
            new Staff(UUID.randomUUID(), "packer", "Pradeep", "+919845000002", Set.of(Role.PACKER));

    private final Inventory inventory;
    private final StockKeeping stock;

    Shelves(Inventory inventory, StockKeeping stock) {
        this.inventory = inventory;
        this.stock = stock;
    }

    public int left(UUID pack) {
        return inventory.available(Location.STORE, List.of(pack)).getOrDefault(pack, 0);
    }

    /** Writes off all packs but some. */
    public void leave(UUID pack, int packs) {
        int gone = left(pack) - packs;
        if (gone > 0) {
            stock.writeOff(
                    Location.STORE,
                    List.of(new StockLine(pack, gone)),
                    UUID.randomUUID().toString(),
                    PACKER);
        }
    }

    /** Makes it so many packs that can be sold. */
    public void stock(UUID pack, int packs) {
        leave(pack, packs);
        int missing = packs - left(pack);
        if (missing > 0) {
            stock.receive(
                    Location.STORE,
                    List.of(new Receipt(pack, missing, "", null)),
                    UUID.randomUUID().toString(),
                    PACKER);
        }
    }
}
