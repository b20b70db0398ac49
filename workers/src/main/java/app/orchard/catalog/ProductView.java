package app.orchard.catalog;

import java.util.List;
import java.util.UUID;

/**
 * A product as shown.
 *
 * @param slug its part of the address of its page
 * @param allergens for people, empty when there are none
 * @param image the file name of its picture under {@code /images}
 */
public record ProductView(
        UUID id,
        String slug,
        String name,
        ProductKind kind,
        String description,
        String allergens,
        boolean inSeason,
        String image,
        List<Pack> packs) {}
