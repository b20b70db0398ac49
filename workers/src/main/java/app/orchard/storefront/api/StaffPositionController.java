package app.orchard.storefront.api;

import app.orchard.delivery.Position;
import app.orchard.delivery.Positions;
import app.orchard.slots.GeoPoint;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff: delivery")
class StaffPositionController {

    private final Positions positions;

    StaffPositionController(Positions positions) {
        this.positions = positions;
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
}
