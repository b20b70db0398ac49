package app.orchard.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as shown.
 *
 * @param slug its part of the address of its page
 * @param allergens for people, empty when there are none
 * @param origin where it comes from, may be empty
 * @param ripeness how to keep it and when it is best, may be empty
 * @param inSeason whether it can be ordered today
 * @param season null when it is there all year
 * @param image the file name of its picture under {@code /images}
 */
public record ProductView(
        UUID id,
        String slug,
        String name,
        ProductKind kind,
        String description,
        String allergens,
        String origin,
        String ripeness,
        boolean inSeason,
        @Nullable Season season,
        String image,
        List<Pack> packs) {

    /** Of its picture, in several widths; empty for a drawing, which fits all. */
    public String srcset() {
        return Photos.srcset(image);
    }
}
