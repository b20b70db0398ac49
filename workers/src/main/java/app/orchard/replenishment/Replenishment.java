package app.orchard.replenishment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has to order more of something.
 *
 * @param title of the packs, for people
 * @param packs how many to order; absent until it is planned
 * @param because why so many, for people
 * @param lateSince absent while there is time
 */
public record Replenishment(
        UUID id,
        UUID variant,
        String title,
        String location,
        String locationName,
        @Nullable Integer packs,
        @Nullable String because,
        @Nullable Instant orderBefore,
        @Nullable Instant lateSince) {

    /** What to do, in a sentence. */
    public String sentence() {
        return packs == null
                ? title + " runs low at " + locationName + "."
                : "Order " + packs + " × " + title + " for " + locationName + ": " + because;
    }
}
