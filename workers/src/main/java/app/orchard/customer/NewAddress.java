package app.orchard.customer;

import app.orchard.shared.Refusal;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A door as a customer names it: by an apartment complex of ours, or by street and pincode, with a pin on the map if
 * they like.
 */
public record NewAddress(
        @Nullable UUID apartment,
        String street,
        String pincode,
        @Nullable GeoPoint pin,
        String tower,
        String flat,
        String note) {

    private static final int LONGEST_STREET = 120;

    /** @throws Refusal INVALID {@code bad-address} */
    public NewAddress {
        street = apartment == null ? street.strip() : "";
        pincode = apartment == null ? pincode.strip() : "";
        pin = apartment == null ? pin : null;
        tower = tower.strip();
        flat = flat.strip();
        note = note.strip();
        if (flat.isEmpty() || flat.length() > 20 || tower.length() > 20 || note.length() > 200) {
            throw Refusal.invalid(
                    "bad-address", "Please give the number of the flat or house, and at most 200 characters of note.");
        }
        if (apartment == null && (street.isEmpty() || street.length() > LONGEST_STREET)) {
            throw Refusal.invalid("bad-street", "Please give the street, in at most 120 characters.");
        }
        if (apartment == null && !pincode.matches("[1-9][0-9]{5}")) {
            throw Refusal.invalid("bad-pincode", "A pincode has six digits.");
        }
    }

    public static NewAddress in(UUID apartment, String tower, String flat, String note) {
        return new NewAddress(apartment, "", "", null, tower, flat, note);
    }

    Place where() {
        return apartment == null ? Place.at(pin, pincode) : Place.in(apartment);
    }

    boolean isSameDoorAs(Address known) {
        UUID complex = known.apartment() == null ? null : known.apartment().id();
        boolean sameHouse = apartment == null
                ? complex == null
                        && known.street().equalsIgnoreCase(street)
                        && known.pincode().equals(pincode)
                : apartment.equals(complex);
        return sameHouse
                && known.tower().equalsIgnoreCase(tower)
                && known.flat().equalsIgnoreCase(flat);
    }
}
