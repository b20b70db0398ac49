package app.orchard.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where stock lies.
 *
 * @param latitude in degrees, WGS 84; null when nobody said where it is
 * @param longitude in degrees, WGS 84
 * @param code {@code store} for the main store, a stall's own code otherwise
 */
public record Location(
        UUID id,
        String code,
        String name,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public static final String STORE = "store";
}
