package app.orchard.storefront.api;

import app.orchard.customer.Addresses;
import app.orchard.customer.NewAddress;
import app.orchard.shared.CustomerId;
import app.orchard.slots.Apartments;
import app.orchard.slots.GeoPoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Addresses", description = "Where we deliver, and where to you")
class AddressController {

    private final Apartments apartments;
    private final Addresses addresses;

    AddressController(Apartments apartments, Addresses addresses) {
        this.apartments = apartments;
        this.addresses = addresses;
    }

    @Schema(name = "NewAddress")
    record NewAddressBody(
            @Schema(description = "A complex of ours; without it, street and pincode are needed") @Nullable
            UUID apartment,

            @Size(max = 120) @Schema(example = "3rd Cross, Ganganagar") @Nullable
            String street,

            @Pattern(regexp = "[1-9][0-9]{5}", message = "must have six digits") @Schema(example = "560032") @Nullable
            String pincode,

            @Schema(description = "Of a pin on the map, in degrees; with longitude", example = "13.0284") @Nullable
            Double latitude,

            @Schema(example = "77.5896") @Nullable Double longitude,
            @Size(max = 20) @Schema(example = "B") @Nullable String tower,

            @NotBlank @Size(max = 20) @Schema(description = "Or the number of the house", example = "1204")
            String flat,

            @Schema(example = "Ring twice") @Size(max = 200) @Nullable
            String note) {

        private NewAddress asDoor() {
            return new NewAddress(
                    apartment,
                    orEmpty(street),
                    orEmpty(pincode),
                    GeoPoint.ofDegreesIfKnown(latitude, longitude),
                    orEmpty(tower),
                    flat,
                    orEmpty(note));
        }
    }

    @Operation(summary = "The complexes that are delivered to", description = "For everybody.")
    @GetMapping("/api/apartments")
    List<ApartmentResource> apartments() {
        return apartments.all().stream().map(ApartmentResource::of).toList();
    }

    @Operation(summary = "My addresses")
    @GetMapping("/api/addresses")
    List<AddressResource> addresses(@AuthenticationPrincipal CustomerId customer) {
        return addresses.of(customer).stream().map(AddressResource::of).toList();
    }

    @Operation(
            summary = "Add an address",
            description = "In one of our complexes, or in a street: then the pin on the map decides which zone it "
                    + "belongs to, and without a pin, or where no zone is drawn, the pincode. The same door given "
                    + "twice is one address. 400 `not-delivered-there` where we do not deliver.")
    @PostMapping("/api/addresses")
    @ResponseStatus(HttpStatus.CREATED)
    AddressResource add(@Valid @RequestBody NewAddressBody given, @AuthenticationPrincipal CustomerId customer) {
        return AddressResource.of(addresses.add(customer, given.asDoor()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
