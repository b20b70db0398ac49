package app.orchard.storefront.api;

import app.orchard.customer.Address;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A door of a customer. */
@Schema(name = "Address")
record AddressResource(
        UUID id,
        ApartmentResource apartment,
        @Schema(example = "B") String tower,
        @Schema(example = "1204") String flat,

        @Schema(example = "The bell does not work, please knock")
        String note,

        @Schema(description = "For people, on one line") String line) {

    static AddressResource of(Address address) {
        return new AddressResource(
                address.id(),
                ApartmentResource.of(address.apartment()),
                address.tower(),
                address.flat(),
                address.note(),
                address.line());
    }
}
