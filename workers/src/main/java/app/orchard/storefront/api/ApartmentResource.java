package app.orchard.storefront.api;

import app.orchard.slots.Apartment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A complex that is delivered to. */
@Schema(name = "Apartment")
record ApartmentResource(
        UUID id,
        @Schema(example = "Lakeview Residency") String name,
        @Schema(example = "12 Lake Road") String street,
        @Schema(example = "560037") String pincode,
        @Schema(example = "north") String zone,
        @Schema(example = "13.0412") double latitude,
        @Schema(example = "77.5891") double longitude) {

    static ApartmentResource of(Apartment apartment) {
        return new ApartmentResource(
                apartment.id(),
                apartment.name(),
                apartment.street(),
                apartment.pincode(),
                apartment.zone(),
                apartment.latitude(),
                apartment.longitude());
    }
}
