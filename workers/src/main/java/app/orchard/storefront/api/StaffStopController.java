package app.orchard.storefront.api;

import app.orchard.delivery.PayingAtTheDoor;
import app.orchard.delivery.Stop;
import app.orchard.delivery.Stops;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff: delivery")
class StaffStopController {

    private final Stops stops;
    private final PayingAtTheDoor paying;

    StaffStopController(Stops stops, PayingAtTheDoor paying) {
        this.stops = stops;
        this.paying = paying;
    }

    @Schema(name = "Stop")
    record StopResource(
            UUID tour,

            @Schema(description = "In its tour, from 1", example = "3")
            int position,

            @Schema(description = "As planned") Instant arrivesAt,
            UUID order,
            @Schema(example = "M-1042") String number,
            @Schema(example = "Asha") String name,
            @Schema(example = "+919845012345") String phone,

            @Schema(example = "A-101, Lakeview Residency, Lake Road")
            String address,

            @Schema(example = "13.0412") @Nullable Double latitude,
            @Schema(example = "77.5891") @Nullable Double longitude,
            @Schema(description = "In cash at the door") Amount toCollect,
            @Schema(example = "2 × Alphonso, Box of 6") String items,
            @Schema(example = "Ring twice") String note,
            @Nullable Instant from,
            @Nullable Instant until,

            @Schema(description = "On board; otherwise its tour has not started")
            boolean onTheWay,

            @Schema(description = "From 1", example = "1") int attempt,

            @Schema(description = "It is delivered only with the PIN that the customer was shown")
            boolean needsPin,

            @Schema(description = "What is asked for to deliver it: none, pin, photo or signature", example = "none")
            String proof,

            @Schema(
                    description = "What has to be shown when it fails, photo or signature, by reason",
                    example = "{\"notHome\": \"photo\"}")
            Map<String, String> evidence) {

        static StopResource of(Stop stop) {
            return new StopResource(
                    stop.tour(),
                    stop.position(),
                    stop.arrivesAt(),
                    stop.order().value(),
                    stop.number(),
                    stop.name(),
                    stop.phone(),
                    stop.address(),
                    stop.latitude(),
                    stop.longitude(),
                    Amount.of(stop.toCollect()),
                    stop.items(),
                    stop.note(),
                    stop.from(),
                    stop.until(),
                    stop.onTheWay(),
                    stop.attempt(),
                    stop.needsPin(),
                    stop.proof(),
                    stop.evidence());
        }
    }

    @Schema(name = "DoorPayment")
    record DoorPayment(
            @Schema(
                    description = "Where the customer pays, on their own phone",
                    example = "https://shop.example/pay/7Jq0c2mXk3")
            URI link,

            @Schema(description = "The same as a QR code: its rows, 1 for dark", example = "[\"1110111\"]")
            List<String> code) {}

    @Operation(
            summary = "Let the customer pay by UPI at the door",
            description =
                    "Its driver, while it is on the way and not paid: 409 `nothing-to-collect` otherwise. Once the "
                            + "money is there, `toCollect` of the stop is zero.")
    @PostMapping("/api/staff/stops/{order}/payment")
    DoorPayment ask(@PathVariable UUID order, @AuthenticationPrincipal Staff by) {
        URI link = paying.ask(new OrderId(order), by);
        return new DoorPayment(link, QrCode.of(link.toString()));
    }

    @Operation(summary = "The doors I have to go to", description = "Drivers see only their own.")
    @GetMapping("/api/staff/stops")
    List<StopResource> stops(@AuthenticationPrincipal Staff by) {
        return stops.of(by).stream().map(StopResource::of).toList();
    }
}
