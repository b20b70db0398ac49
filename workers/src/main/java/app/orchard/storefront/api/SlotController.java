package app.orchard.storefront.api;

import app.orchard.customer.Addresses;
import app.orchard.inventory.StockLine;
import app.orchard.order.Loads;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartments;
import app.orchard.slots.Hold;
import app.orchard.slots.Slots;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Slots", description = "When we deliver, and keeping a place while one checks out")
class SlotController {

    private final Slots slots;
    private final Apartments apartments;
    private final Loads loads;
    private final Addresses addresses;
    private final Clock clock;

    SlotController(Slots slots, Apartments apartments, Loads loads, Addresses addresses, Clock clock) {
        this.slots = slots;
        this.apartments = apartments;
        this.loads = loads;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Schema(name = "NewHold")
    record NewHold(
            @NotNull UUID slot,

            @Size(max = WantedLine.MOST)
            @Schema(description = "What is meant to be ordered, so that the " + "kitchen's time for it is kept too")
            @Nullable
            List<@Valid WantedLine> lines) {

        private List<StockLine> goods() {
            return lines == null ? List.of() : WantedLine.stock(lines);
        }
    }

    @Schema(name = "Hold")
    record HoldResource(UUID id, SlotResource slot, Instant expiresAt) {}

    @Operation(
            summary = "The slots of the coming days",
            description =
                    "Of one of my addresses, or of an apartment complex; full and closed ones too, with the reason.")
    @GetMapping("/api/slots")
    List<SlotResource> slots(
            @RequestParam @Nullable UUID address,
            @RequestParam @Nullable UUID apartment,
            @AuthenticationPrincipal @Nullable CustomerId customer) {
        Instant now = clock.instant();
        return slots.upcoming(zone(address, apartment, customer)).stream()
                .map(slot -> SlotResource.of(slot, now))
                .toList();
    }

    @Operation(
            summary = "Keep a place for some minutes",
            description = "Not longer than the slot takes orders. A place that was kept for me before is given back.")
    @PostMapping("/api/holds")
    @ResponseStatus(HttpStatus.CREATED)
    HoldResource hold(@Valid @RequestBody NewHold wanted, @AuthenticationPrincipal CustomerId customer) {
        Hold hold = slots.hold(wanted.slot(), customer, loads.of(wanted.goods()));
        return new HoldResource(hold.id().value(), SlotResource.of(hold.slot(), clock.instant()), hold.expiresAt());
    }

    @Operation(summary = "Give a place back")
    @DeleteMapping("/api/holds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id, @AuthenticationPrincipal CustomerId customer) {
        slots.release(new HoldId(id), customer);
    }

    private String zone(@Nullable UUID address, @Nullable UUID apartment, @Nullable CustomerId customer) {
        if (apartment != null) {
            return apartments.get(apartment).zone();
        }
        if (address == null) {
            throw Refusal.invalid("where", "Please say where: address or apartment.");
        }
        if (customer == null) {
            throw Refusal.unauthenticated("log-in-first", "Please log in first.");
        }
        return addresses.get(address, customer).deliveryZone();
    }
}
