package app.orchard.storefront.api;

import app.orchard.catalog.Pack;
import app.orchard.catalog.ProductView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something on sale, with its packs and how many of each are left. */
@Schema(name = "Product")
record ProductResource(
        UUID id,
        @Schema(example = "alphonso") String slug,
        @Schema(example = "Alphonso") String name,
        @Schema(example = "mango") String kind,
        @Schema(example = "Saffron flesh and no fibre.") String description,

        @Schema(description = "For people; empty when there are none", example = "wheat, milk")
        String allergens,

        @Schema(description = "For people; may be empty", example = "Ratnagiri, Maharashtra")
        String origin,

        @Schema(description = "How to keep it, for people; may be empty", example = "Ripe in two days")
        String ripeness,

        boolean inSeason,
        @Schema(example = "/images/alphonso.svg") String image,
        List<PackResource> packs) {

    /** A size of a product. Its id is the {@code variant} of carts, quotes and orders. */
    @Schema(name = "Pack")
    record PackResource(
            UUID id,
            @Schema(example = "ALP-06") String sku,
            @Schema(example = "Box of 6, about 1.8 kg") String size,
            @Schema(description = "Tax included") Amount price,

            @Schema(description = "Packs that can be ordered now", example = "42")
            int available) {

        static PackResource of(Pack pack, int available) {
            return new PackResource(pack.id(), pack.sku(), pack.size(), Amount.of(pack.price()), available);
        }
    }

    /** @param available by variant */
    static ProductResource of(ProductView product, Map<UUID, Integer> available) {
        return new ProductResource(
                product.id(),
                product.slug(),
                product.name(),
                Wire.name(product.kind()),
                product.description(),
                product.allergens(),
                product.origin(),
                product.ripeness(),
                product.inSeason(),
                "/images/" + product.image(),
                product.packs().stream()
                        .map(pack -> PackResource.of(pack, available.getOrDefault(pack.id(), 0)))
                        .toList());
    }
}
