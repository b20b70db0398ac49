package app.orchard.storefront.api;

import app.orchard.delivery.Dispatch;
import app.orchard.delivery.Position;
import app.orchard.delivery.Positions;
import app.orchard.delivery.Tours;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff: delivery")
class StaffRoadController {

    private final Positions positions;
    private final Dispatch dispatch;
    private final Tours tours;

    StaffRoadController(Positions positions, Dispatch dispatch, Tours tours) {
        this.positions = positions;
        this.dispatch = dispatch;
        this.tours = tours;
    }

    @Schema(name = "Positions")
    record Report(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Seen> positions) {}

    @Schema(name = "Position")
    record Seen(
            @Min(-90) @Max(90) @Schema(example = "12.9352") double latitude,

            @Min(-180) @Max(180) @Schema(example = "77.6245")
            double longitude,

            @Min(0) @Max(100_000) @Schema(description = "How far off it may be", example = "12")
            int accuracyMetres,

            @NotNull @Schema(description = "When, by the clock of the phone")
            Instant at) {

        Position read() {
            return new Position(GeoPoint.ofDegrees(latitude, longitude), accuracyMetres, at);
        }
    }

    @Operation(
            summary = "Say where my tour is",
            description = "Its driver, only while it is on the road: 409 not-on-the-road otherwise. Up to 200 at once, "
                    + "after a dead spot; the same again changes nothing. What is older than the start is left out.")
    @PostMapping("/api/staff/tours/{id}/positions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable UUID id, @Valid @RequestBody Report report, @AuthenticationPrincipal Staff by) {
        positions.report(id, report.positions().stream().map(Seen::read).toList(), by);
    }

    @Schema(name = "NextDriver")
    record NextDriver(
            @NotBlank @Size(max = 100) @Schema(description = "Login", example = "meena")
            String driver) {}

    @Operation(
            summary = "Plan the rest of a tour anew",
            description =
                    "From where its driver is. Drivers only their own, founders any; only while it is on the road.")
    @PostMapping("/api/staff/tours/{id}/replan")
    TourResource replan(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        dispatch.replan(id, by);
        return TourResource.of(tours.get(id, by));
    }

    @Operation(
            summary = "Give a stop to another driver",
            description =
                    "Founders. On the road it joins the tour that they are on, or begins one; before, it joins their "
                            + "tour of the same run. What is done stays as it is: 409 stop-ended.")
    @PutMapping("/api/staff/tours/{id}/stops/{order}/driver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(
            @PathVariable UUID id,
            @PathVariable UUID order,
            @Valid @RequestBody NextDriver next,
            @AuthenticationPrincipal Staff by) {
        dispatch.giveStop(id, new OrderId(order), next.driver(), by);
    }

    @Operation(
            summary = "Stop a tour and give its rest to another driver",
            description = "Founders. It is finished with what was done; the cash of it is counted as always.")
    @PostMapping("/api/staff/tours/{id}/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable UUID id, @Valid @RequestBody NextDriver next, @AuthenticationPrincipal Staff by) {
        dispatch.handOver(id, next.driver(), by);
    }
}
