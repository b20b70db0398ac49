package app.orchard.storefront.api;

import app.orchard.customer.Address;
import app.orchard.slots.GeoPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A door of a customer. */
@Schema(name = "Address")
record AddressResource(
        UUID id,

        @Schema(description = "Absent for a door in a street") @Nullable
        ApartmentResource apartment,

        @Schema(example = "3rd Cross, Ganganagar") String street,
        @Schema(example = "560032") String pincode,

        @Schema(description = "In degrees, as far as it is known", example = "13.0284") @Nullable
        Double latitude,

        @Schema(example = "77.5896") @Nullable Double longitude,

        @Schema(description = "Absent when it is not delivered to any more", example = "north") @Nullable
        String zone,

        @Schema(example = "B") String tower,
        @Schema(example = "1204") String flat,

        @Schema(example = "The bell does not work, please knock")
        String note,

        @Schema(description = "For people, on one line", example = "A-101, Lakeview Residency, Lake Road, 560024")
        String line) {

    static AddressResource of(Address address) {
        GeoPoint point = address.point();
        return new AddressResource(
                address.id(),
                address.apartment() == null ? null : ApartmentResource.of(address.apartment()),
                address.street(),
                address.pincode(),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                address.zone(),
                address.tower(),
                address.flat(),
                address.note(),
                address.line());
    }
}
