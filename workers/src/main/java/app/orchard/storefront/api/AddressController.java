package app.orchard.storefront.api;

import app.orchard.customer.Addresses;
import app.orchard.shared.CustomerId;
import app.orchard.slots.Apartments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
    record NewAddress(
            @NotNull UUID apartment,
            @Size(max = 20) @Schema(example = "B") @Nullable String tower,

            @NotBlank @Size(max = 20) @Schema(example = "1204")
            String flat,

            @Size(max = 200) @Nullable String note) {}

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

    @Operation(summary = "Add an address", description = "The same door given twice is one address.")
    @PostMapping("/api/addresses")
    @ResponseStatus(HttpStatus.CREATED)
    AddressResource add(@Valid @RequestBody NewAddress given, @AuthenticationPrincipal CustomerId customer) {
        return AddressResource.of(addresses.add(
                customer, given.apartment(), orEmpty(given.tower()), given.flat(), orEmpty(given.note())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
