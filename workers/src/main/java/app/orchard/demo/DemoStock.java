package app.orchard.demo;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.catalog.ProductKind;
import app.orchard.catalog.ProductView;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.Receipt;
import app.orchard.inventory.StockKeeping;
import app.orchard.shared.Business;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies on the shelves of the demo business: ripe mangoes for days, bread and cake for one or two. */
@Component
@ConditionalOnBooleanProperty("orchard.demo-business")
class DemoStock {

    private static final String STALL = "weekend-stall";
    private static final String COOKIES = "COOKIES-1";
    private static final int ENOUGH = 40;

    private final Catalog catalog;
    private final Inventory inventory;
    private final StockKeeping stock;
    private final StaffAccounts accounts;
    private final Business business;
    private final Clock clock;

    DemoStock(
            Catalog catalog,
            Inventory inventory,
            StockKeeping stock,
            StaffAccounts accounts,
            Business business,
            Clock clock) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.stock = stock;
        this.accounts = accounts;
        this.business = business;
        this.clock = clock;
    }

    void open() {
        stock.receive(Location.STORE, lots(150, 250), "opening stock, store", founder());
        stock.receive(STALL, lots(20, 60), "opening stock, stall", founder());
        packs(ProductKind.MANGO).forEach(pack -> stock.warnBelow(Location.STORE, pack.id(), 30, founder()));
        packs(ProductKind.BAKERY).forEach(pack -> stock.warnBelow(Location.STORE, pack.id(), 10, founder()));
    }

    /** After some days away the mangoes are gone, too. */
    @Transactional
    public void refill() {
        refill(ProductKind.MANGO, 120);
        bake();
    }

    /** Each morning. */
    @Transactional
    @Scheduled(cron = "0 5 * * * *")
    public void bake() {
        refill(ProductKind.BAKERY, 60);
    }

    private void refill(ProductKind kind, int packs) {
        LocalDate tomorrow = today().plusDays(1);
        List<Receipt> lots = packs(kind)
                .filter(pack -> available(pack, tomorrow) < ENOUGH)
                .map(pack -> lot(pack, kind, packs, goodFor(pack, kind)))
                .toList();
        if (!lots.isEmpty()) {
            stock.receive(Location.STORE, lots, UUID.randomUUID().toString(), founder());
        }
    }

    private int available(Pack pack, LocalDate day) {
        Map<UUID, Integer> left = inventory.available(Location.STORE, List.of(pack.id()), day);
        return left.getOrDefault(pack.id(), 0);
    }

    /** Of each pack some that came earlier and spoil earlier, and some that keep longer. */
    private List<Receipt> lots(int older, int younger) {
        return Stream.of(ProductKind.values())
                .flatMap(kind -> packs(kind)
                        .flatMap(pack -> Stream.of(
                                lot(pack, kind, older, (goodFor(pack, kind) + 1) / 2),
                                lot(pack, kind, younger, goodFor(pack, kind)))))
                .toList();
    }

    private Stream<Pack> packs(ProductKind kind) {
        return catalog.products().stream()
                .filter(product -> product.kind() == kind)
                .map(ProductView::packs)
                .flatMap(List::stream);
    }

    /** In days. */
    private static int goodFor(Pack pack, ProductKind kind) {
        if (kind == ProductKind.MANGO) {
            return 12;
        }
        return pack.sku().equals(COOKIES) ? 30 : 2;
    }

    private Receipt lot(Pack pack, ProductKind kind, int packs, int days) {
        String code = (kind == ProductKind.MANGO ? "Ripe " : "Baked ") + today() + ", " + days + " d";
        return new Receipt(pack.id(), packs, code, today().plusDays(days));
    }

    private Staff founder() {
        return accounts.withRole(Role.FOUNDER).getFirst();
    }

    private LocalDate today() {
        return business.dayOf(clock.instant());
    }
}
