package app.orchard.storefront.web;

import app.orchard.customer.Address;
import app.orchard.customer.NewAddress;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartment;
import app.orchard.slots.GeoPoint;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed at the checkout, shown again when it could not be taken as it was.
 *
 * @param address the door chosen; null for the one they used last
 * @param isNewAddress they want to type another door
 * @param news they tick that they want offers, and {@code feedback} that they want to be asked how it was
 * @param coupon a code that was refused just now; null without one
 * @param errors sentences by the field they stand beside; {@code page} for the whole
 */
record CheckoutForm(
        @Nullable UUID address,
        boolean isNewAddress,
        PhoneLogin.Form login,
        Door door,
        PaymentMethod method,
        String note,
        boolean news,
        boolean feedback,
        @Nullable CouponField coupon,
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

        Door {
            name = Objects.requireNonNullElse(name, "");
            street = Objects.requireNonNullElse(street, "");
            pincode = Objects.requireNonNullElse(pincode, "");
            tower = Objects.requireNonNullElse(tower, "");
            flat = Objects.requireNonNullElse(flat, "");
            hint = Objects.requireNonNullElse(hint, "");
        }

        static Door of(Address known) {
            Apartment complex = known.apartment();
            GeoPoint pin = known.pin();
            return new Door(
                    "",
                    complex == null ? null : complex.id(),
                    complex == null ? known.street() : "",
                    complex == null ? known.pincode() : "",
                    pin == null ? null : pin.latitude(),
                    pin == null ? null : pin.longitude(),
                    known.tower(),
                    known.flat(),
                    known.note());
        }

        /** Beside which field a refusal stands. */
        String fieldOf(Refusal refusal) {
            return switch (refusal.type()) {
                case "bad-name" -> "name";
                case "no-complex" -> "apartment";
                case "bad-street", "bad-pincode", "bad-point", "not-delivered-there" -> "street";
                default -> "flat";
            };
        }

        /** @throws app.orchard.shared.Refusal INVALID, of the field that is wrong */
        NewAddress asAddress() {
            if (apartment == null && street.isBlank()) {
                throw Refusal.invalid("no-complex", "Please choose your apartment complex, or give your street.");
            }
            return new NewAddress(
                    apartment, street, pincode, GeoPoint.ofDegreesIfKnown(latitude, longitude), tower, flat, hint);
        }
    }

    static CheckoutForm of(@Nullable UUID address, boolean isNewAddress) {
        return new CheckoutForm(
                address,
                isNewAddress,
                PhoneLogin.Form.EMPTY,
                Door.EMPTY,
                PaymentMethod.ONLINE,
                "",
                false,
                false,
                null,
                Map.of());
    }

    CheckoutForm with(PhoneLogin.Form typed) {
        return new CheckoutForm(address, isNewAddress, typed, door, method, note, news, feedback, coupon, errors);
    }

    CheckoutForm with(Door typed) {
        return new CheckoutForm(address, true, login, typed, method, note, news, feedback, coupon, errors);
    }

    CheckoutForm with(PaymentMethod chosen, String typed, boolean wantsNews, boolean wantsToBeAsked) {
        return new CheckoutForm(
                address, isNewAddress, login, door, chosen, typed, wantsNews, wantsToBeAsked, coupon, errors);
    }

    CheckoutForm with(CouponField refused) {
        return new CheckoutForm(address, isNewAddress, login, door, method, note, news, feedback, refused, errors);
    }

    CheckoutForm refused(String field, String sentence) {
        return new CheckoutForm(
                address, isNewAddress, login, door, method, note, news, feedback, coupon, Map.of(field, sentence));
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
