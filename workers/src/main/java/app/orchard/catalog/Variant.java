package app.orchard.catalog;

import app.orchard.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;

@Entity
class Variant {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id")
    private Product product;

    private String sku;
    private String pack;
    private Money price;
    private int kitchenMinutes;
    private int weightGrams;
    private boolean active = true;

    /** Where it stands among the packs of its product. */
    @SuppressWarnings("unused")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected Variant() {}

    Variant(UUID id, Product product, PackSheet sheet, int position) {
        this.id = id;
        this.product = product;
        this.sku = sheet.sku();
        this.pack = sheet.size();
        this.price = sheet.price();
        this.weightGrams = sheet.weightGrams();
        this.kitchenMinutes = sheet.kitchenMinutes();
        this.position = position;
    }

    void describe(PackSheet sheet) {
        pack = sheet.size();
        price = sheet.price();
        weightGrams = sheet.weightGrams();
        kitchenMinutes = sheet.kitchenMinutes();
    }

    void offer(boolean sell) {
        active = sell;
    }

    UUID id() {
        return id;
    }

    boolean isActive() {
        return active;
    }

    /** It may be ordered: neither it nor its product is taken off sale, and it is in season. */
    boolean isOffered(LocalDate day) {
        return active && product.isOnSale() && product.isInSeason(day);
    }

    CatalogEntry.PackEntry asEntry() {
        return new CatalogEntry.PackEntry(id, new PackSheet(sku, pack, price, weightGrams, kitchenMinutes), active);
    }

    Pack asPack() {
        return new Pack(
                id,
                sku,
                product.name(),
                product.slug(),
                product.image(),
                pack,
                price,
                product.taxClass(),
                kitchenMinutes);
    }
}
