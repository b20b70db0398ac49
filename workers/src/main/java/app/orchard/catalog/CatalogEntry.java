package app.orchard.catalog;

import java.util.List;
import java.util.UUID;

/**
 * A product as its founder sees it, on sale or not.
 *
 * @param image the file name of its picture under {@code /images}
 */
public record CatalogEntry(UUID id, ProductSheet sheet, String image, boolean onSale, List<PackEntry> packs) {

    /** One of its packs, on sale or not. */
    public record PackEntry(UUID id, PackSheet sheet, boolean onSale) {}
}
