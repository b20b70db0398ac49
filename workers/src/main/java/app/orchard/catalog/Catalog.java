package app.orchard.catalog;

import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Business business;
    private final Clock clock;

    Catalog(ProductRepository products, VariantRepository variants, Business business, Clock clock) {
        this.products = products;
        this.variants = variants;
        this.business = business;
        this.clock = clock;
    }

    /** Those with packs on sale, also when they are not in season. */
    public List<ProductView> products() {
        return products.withVariants().stream()
                .filter(Product::isOffered)
                .map(product -> product.asView(today()))
                .toList();
    }

    /** @throws Refusal NOT_FOUND, also for one that is not on sale */
    public ProductView product(String slug) {
        return products.bySlug(slug)
                .filter(Product::isOffered)
                .map(product -> product.asView(today()))
                .orElseThrow(() -> Refusal.notFound("product"));
    }

    /** Whatever there is, on sale or not, in the order of the shop: stock lies there all the same. */
    public List<Pack> everyPack() {
        return products.withVariants().stream()
                .flatMap(product -> product.asWholeView(today()).packs().stream())
                .toList();
    }

    /** @return the packs that can be ordered now among those asked for, by their ids */
    public Map<UUID, Pack> packs(Collection<UUID> ids) {
        return variants.withProducts(ids).stream()
                .filter(variant -> variant.isOffered(today()))
                .map(Variant::asPack)
                .collect(Collectors.toMap(Pack::id, pack -> pack));
    }

    /** @return those asked for, on sale or not, by their ids */
    public Map<UUID, Pack> known(Collection<UUID> ids) {
        return variants.withProducts(ids).stream()
                .map(Variant::asPack)
                .collect(Collectors.toMap(Pack::id, pack -> pack));
    }

    private LocalDate today() {
        return business.dayOf(clock.instant());
    }
}
