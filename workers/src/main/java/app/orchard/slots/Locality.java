package app.orchard.slots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a visitor lives, as far as they said.
 *
 * @param name for people: the complex, or the pincode
 * @param apartment null when they gave a pincode
 * @param zone the code of the zone; null when nothing is delivered there
 * @param zoneName for people; empty without a zone
 */
public record Locality(
        String name,
        @Nullable UUID apartment,
        String pincode,
        @Nullable String zone,
        String zoneName) {}
