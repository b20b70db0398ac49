package app.orchard.storefront.web;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.catalog.ProductView;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is sold, together with what is left of it. */
@Component
class Assortment {

    private final Catalog catalog;
    private final Inventory inventory;

    Assortment(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    /** Two statements, however many products there are. @param day on which they must still be good */
    List<Showing> all(LocalDate day) {
        List<ProductView> products = catalog.products();
        Map<UUID, Integer> left = inventory.available(Location.STORE, packs(products), day);
        return products.stream().map(product -> showing(product, left)).toList();
    }

    /** @throws app.orchard.shared.Refusal NOT_FOUND */
    Showing one(String slug) {
        ProductView product = catalog.product(slug);
        return showing(product, inventory.available(Location.STORE, packs(List.of(product))));
    }

    private static List<UUID> packs(List<ProductView> products) {
        return products.stream()
                .flatMap(product -> product.packs().stream())
                .map(Pack::id)
                .toList();
    }

    private static Showing showing(ProductView product, Map<UUID, Integer> left) {
        return new Showing(
                product,
                product.packs().stream()
                        .map(pack -> new Offer(pack, left.getOrDefault(pack.id(), 0)))
                        .toList());
    }
}
