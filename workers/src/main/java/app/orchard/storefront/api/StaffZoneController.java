package app.orchard.storefront.api;

import app.orchard.slots.GeoPoint;
import app.orchard.slots.SlotTemplates;
import app.orchard.slots.Zone;
import app.orchard.slots.Zones;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/zones")
@Tag(name = "Staff: zones", description = "Which part of the town is delivered to, and on which days")
class StaffZoneController {

    private final Zones zones;
    private final SlotTemplates templates;

    StaffZoneController(Zones zones, SlotTemplates templates) {
        this.zones = zones;
        this.templates = templates;
    }

    @Schema(name = "Corner")
    record Corner(
            @Schema(example = "12.975") double latitude,
            @Schema(example = "77.54") double longitude) {}

    @Schema(name = "Area", description = "A ring of corners that does not cross itself; none takes the polygon away")
    record Area(@NotNull @Size(max = 1000) List<@NotNull Corner> corners) {}

    @Schema(name = "Pincodes")
    record Pincodes(
            @NotNull @Size(max = 500) @Schema(example = "[\"560024\"]")
            List<@NotNull String> pincodes) {}

    @Schema(name = "Zone")
    record ZoneResource(
            @Schema(example = "north") String code,
            @Schema(example = "North side") String name,
            List<DayOfWeek> deliveryDays,
            List<Corner> corners,
            @Schema(example = "[\"560024\", \"560032\"]") List<String> pincodes) {}

    @Operation(summary = "The zones")
    @GetMapping
    List<ZoneResource> zones(@AuthenticationPrincipal Staff by) {
        by.require(Role.values());
        return zones.all().stream().map(this::resource).toList();
    }

    @Operation(
            summary = "Draw a zone's polygon",
            description = "Founders. Corners are taken to the millionth of a degree; the border belongs to the zone.")
    @PutMapping("/{code}/area")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draw(@PathVariable String code, @Valid @RequestBody Area area, @AuthenticationPrincipal Staff by) {
        zones.draw(
                code,
                area.corners().stream()
                        .map(corner -> GeoPoint.ofDegrees(corner.latitude(), corner.longitude()))
                        .toList(),
                by);
    }

    @Operation(summary = "Give pincodes to a zone", description = "Founders. A pincode belongs to one zone only.")
    @PutMapping("/{code}/pincodes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String code, @Valid @RequestBody Pincodes wanted, @AuthenticationPrincipal Staff by) {
        zones.assign(code, wanted.pincodes(), by);
    }

    private ZoneResource resource(Zone zone) {
        return new ZoneResource(
                zone.code(),
                zone.name(),
                List.copyOf(templates.deliveryDays(zone.code())),
                zone.corners().stream()
                        .map(corner -> new Corner(corner.latitude(), corner.longitude()))
                        .toList(),
                zone.pincodes());
    }
}
