package app.orchard.slots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere that is perhaps delivered to.
 *
 * @param apartment a complex of ours
 * @param pin where it is on the map
 * @param pincode six digits
 */
public record Place(
        @Nullable UUID apartment,
        @Nullable GeoPoint pin,
        @Nullable String pincode) {

    public static Place in(UUID apartment) {
        return new Place(apartment, null, null);
    }

    public static Place at(@Nullable GeoPoint pin, @Nullable String pincode) {
        return new Place(null, pin, pincode);
    }
}
