package app.orchard.catalog;

import app.orchard.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the business sells. */
@Service
@Transactional(readOnly = true)
public class Catalog {

    private final ProductRepository products;
    private final VariantRepository variants;

    Catalog(ProductRepository products, VariantRepository variants) {
        this.products = products;
        this.variants = variants;
    }

    public List<ProductView> products() {
        return products.withVariants().stream().map(Product::asView).toList();
    }

    /** @throws Refusal NOT_FOUND */
    public ProductView product(String slug) {
        return products.bySlug(slug).map(Product::asView).orElseThrow(() -> Refusal.notFound("product"));
    }

    /** @return the packs on sale among those asked for, by their ids */
    public Map<UUID, Pack> packs(Collection<UUID> ids) {
        return variants.withProducts(ids).stream()
                .filter(Variant::isActive)
                .map(Variant::asPack)
                .collect(Collectors.toMap(Pack::id, pack -> pack));
    }
}
