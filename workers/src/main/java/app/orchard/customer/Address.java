package app.orchard.customer;

import app.orchard.shared.Refusal;
import app.orchard.slots.Apartment;
import app.orchard.slots.GeoPoint;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A door of a customer: in an apartment complex of ours, or in a street.
 *
 * @param apartment null for a door in a street
 * @param pin where the customer put it on the map; null when they did not
 * @param flat or the number of the house
 * @param zone code of the zone it belongs to now; null when it is not delivered to any more
 */
public record Address(
        UUID id,
        @Nullable Apartment apartment,
        String street,
        String pincode,
        @Nullable GeoPoint pin,
        String tower,
        String flat,
        String note,
        @Nullable String zone) {

    /** For people, on one line. */
    public String line() {
        String tower = this.tower.isBlank() ? "" : "Tower " + this.tower;
        String complex = apartment == null ? "" : apartment.name();
        return Stream.of((apartment == null ? "" : "Flat ") + flat, tower, complex, street + " " + pincode)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** What founders and drivers call it: the complex, or the street. */
    public String place() {
        return apartment == null ? street : apartment.name();
    }

    /** Of the pin, or of the complex. */
    public @Nullable GeoPoint point() {
        return apartment == null ? pin : GeoPoint.ofDegrees(apartment.latitude(), apartment.longitude());
    }

    /** @throws Refusal INVALID {@code not-delivered-there} */
    public String deliveryZone() {
        if (zone == null) {
            throw Refusal.invalid(
                    "not-delivered-there", "We do not deliver there any more. Please choose another address.");
        }
        return zone;
    }
}
