package app.orchard.console.catalogue;

import app.orchard.catalog.CatalogDesk;
import app.orchard.catalog.CatalogEntry;
import app.orchard.catalog.PackSheet;
import app.orchard.catalog.ProductSheet;
import app.orchard.catalog.TaxRate;
import app.orchard.catalog.TaxRates;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.StockKeeping;
import app.orchard.inventory.StockLevel;
import app.orchard.shared.Business;
import app.orchard.staff.Staff;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the catalogue for the page and changes it; what was changed can be taken back while its sentence stands there. */
@Service
class Shop {

    private static final Set<String> TOPICS = Set.of("catalog", "stock");
    private static final int HUNDREDTHS = 2;

    private final CatalogDesk desk;
    private final TaxRates taxRates;
    private final Inventory inventory;
    private final StockKeeping stock;
    private final Business business;
    private final Clock clock;

    Shop(CatalogDesk desk, TaxRates taxRates, Inventory inventory, StockKeeping stock, Business business, Clock clock) {
        this.desk = desk;
        this.taxRates = taxRates;
        this.inventory = inventory;
        this.stock = stock;
        this.business = business;
        this.clock = clock;
    }

    Feed<Assortment> feed(Staff founder) {
        return new Feed<>(Pages.CATALOGUE, TOPICS::contains, () -> read(founder));
    }

    /** @return what each class is taxed with today, in percent */
    Map<String, String> taxClasses() {
        List<String> classes = taxRates.classes();
        Map<String, TaxRate> rates = taxRates.on(business.dayOf(clock.instant()), classes);
        return rates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rate -> BigDecimal.valueOf(rate.getValue().basisPoints(), HUNDREDTHS)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    UUID add(ProductSheet sheet, Staff founder) {
        UUID product = desk.add(sheet, founder);
        Toast.done(Text.of("catalogue.added", sheet.name()));
        return product;
    }

    void change(CatalogEntry product, ProductSheet sheet, Staff founder) {
        desk.change(product.id(), sheet, founder);
        Toast.undoable(
                Text.of("catalogue.changed", sheet.name()), () -> desk.change(product.id(), product.sheet(), founder));
    }

    void offer(CatalogEntry product, boolean onSale, Staff founder) {
        desk.offer(product.id(), onSale, founder);
        Toast.undoable(
                Text.of(
                        onSale ? "catalogue.offered" : "catalogue.withdrawn",
                        product.sheet().name()),
                () -> desk.offer(product.id(), !onSale, founder));
    }

    void offerPack(CatalogEntry.PackEntry pack, boolean onSale, Staff founder) {
        desk.offerPack(pack.id(), onSale, founder);
        Toast.undoable(
                Text.of(
                        onSale ? "catalogue.offered" : "catalogue.withdrawn",
                        pack.sheet().size()),
                () -> desk.offerPack(pack.id(), !onSale, founder));
    }

    /** @param lowBelow with fewer packs in the main store somebody has to order more */
    @Transactional
    public void addPack(CatalogEntry product, PackSheet sheet, int lowBelow, Staff founder) {
        UUID pack = desk.addPack(product.id(), sheet, founder);
        stock.warnBelow(Location.STORE, pack, lowBelow, founder);
    }

    /** @param lowBelow as above */
    @Transactional
    public void changePack(UUID pack, PackSheet sheet, int lowBelow, Staff founder) {
        desk.changePack(pack, sheet, founder);
        stock.warnBelow(Location.STORE, pack, lowBelow, founder);
    }

    void photograph(CatalogEntry product, byte[] file, Staff founder) {
        String before = desk.photograph(product.id(), file, founder);
        Toast.undoable(
                Text.of("catalogue.photo.done", product.sheet().name()),
                () -> desk.showAgain(product.id(), before, founder));
    }

    private Assortment read(Staff founder) {
        Map<UUID, StockLevel> store = inventory.levels().stream()
                .filter(level -> level.location().equals(Location.STORE))
                .collect(Collectors.toMap(StockLevel::variant, Function.identity()));
        return new Assortment(desk.all(founder), store);
    }
}
