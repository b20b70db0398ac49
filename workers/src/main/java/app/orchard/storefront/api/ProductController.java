package app.orchard.storefront.api;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.catalog.ProductView;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Products", description = "What is on sale; for everybody")
class ProductController {

    private final Catalog catalog;
    private final Inventory inventory;

    ProductController(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    @Operation(summary = "Everything on sale, with what is left of it")
    @GetMapping("/api/products")
    List<ProductResource> products() {
        List<ProductView> products = catalog.products();
        Map<UUID, Integer> available = available(products);
        return products.stream()
                .map(product -> ProductResource.of(product, available))
                .toList();
    }

    @Operation(summary = "One product")
    @GetMapping("/api/products/{slug}")
    ProductResource product(@PathVariable String slug) {
        ProductView product = catalog.product(slug);
        return ProductResource.of(product, available(List.of(product)));
    }

    private Map<UUID, Integer> available(List<ProductView> products) {
        List<UUID> variants = products.stream()
                .flatMap(product -> product.packs().stream())
                .map(Pack::id)
                .toList();
        return inventory.available(Location.STORE, variants);
    }
}
