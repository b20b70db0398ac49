package app.orchard.storefront.web;

import app.orchard.customer.NewAddress;
import app.orchard.payment.PaymentMethod;
import app.orchard.slots.GeoPoint;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed at the checkout, shown again when it could not be taken as it was.
 *
 * @param address the door chosen; null for the one they used last
 * @param isNewAddress they want to type another door
 * @param errors sentences by the field they stand beside; {@code page} for the whole
 */
record CheckoutForm(
        @Nullable UUID address,
        boolean isNewAddress,
        PhoneLogin.Form login,
        Door door,
        PaymentMethod method,
        String note,
        Map<String, String> errors) {

    /** An address as typed: a complex, or a street with its pincode and perhaps a pin on the map. */
    record Door(
            String name,
            @Nullable UUID apartment,
            String street,
            String pincode,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String tower,
            String flat,
            String hint) {

        static final Door EMPTY = new Door("", null, "", "", null, null, "", "", "");

        /** @throws app.orchard.shared.Refusal INVALID, of the field that is wrong */
        NewAddress asAddress() {
            return new NewAddress(
                    apartment, street, pincode, GeoPoint.ofDegreesIfKnown(latitude, longitude), tower, flat, hint);
        }
    }

    static CheckoutForm of(@Nullable UUID address, boolean isNewAddress) {
        return new CheckoutForm(
                address, isNewAddress, PhoneLogin.Form.EMPTY, Door.EMPTY, PaymentMethod.ONLINE, "", Map.of());
    }

    CheckoutForm with(PhoneLogin.Form typed) {
        return new CheckoutForm(address, isNewAddress, typed, door, method, note, errors);
    }

    CheckoutForm with(Door typed) {
        return new CheckoutForm(address, true, login, typed, method, note, errors);
    }

    CheckoutForm with(PaymentMethod chosen, String typed) {
        return new CheckoutForm(address, isNewAddress, login, door, chosen, typed, errors);
    }

    CheckoutForm refused(String field, String sentence) {
        return new CheckoutForm(address, isNewAddress, login, door, method, note, Map.of(field, sentence));
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
