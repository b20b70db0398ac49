package app.orchard.catalog;

import app.orchard.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
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
    private boolean active;

    /** Where it stands among the packs of its product. */
    @SuppressWarnings("unused")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected Variant() {}

    boolean isActive() {
        return active;
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
