package app.orchard.storefront.api;

import app.orchard.delivery.PlannedStop;
import app.orchard.delivery.StopState;
import app.orchard.delivery.TourView;
import app.orchard.delivery.Tours;
import app.orchard.routing.Bounds;
import app.orchard.routing.RoadMap;
import app.orchard.routing.RouteShape;
import app.orchard.slots.GeoPoint;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff: delivery")
class StaffTourMapController {

    /** Of a degree: a few hundred metres around what is shown. */
    private static final double MARGIN = 0.006;

    private final Tours tours;
    private final RoadMap roads;

    StaffTourMapController(Tours tours, RoadMap roads) {
        this.tours = tours;
        this.roads = roads;
    }

    @Schema(name = "TourMap")
    record MapResource(
            @Schema(
                    description = "Roads around the stops, a GeoJSON feature collection",
                    example = "{\"type\": \"FeatureCollection\", \"features\": []}")
            @Nullable
            String network,

            @Schema(
                    description = "The way along the stops that are open, a GeoJSON feature",
                    example = "{\"type\": \"Feature\", \"geometry\": null}")
            @Nullable
            String route,

            @Schema(
                    description = "Address of a server of map pictures, if one is configured",
                    example = "https://tiles.example/{z}/{x}/{y}.png")
            @Nullable
            String tiles) {}

    @Operation(summary = "A tour on the map", description = "Drivers see only their own.")
    @GetMapping("/api/staff/tours/{id}/map")
    MapResource map(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        TourView tour = tours.get(id, by);
        List<GeoPoint> doors = tour.stops().stream()
                .filter(stop -> stop.state() == StopState.PLANNED || stop.state() == StopState.ON_THE_WAY)
                .map(PlannedStop::at)
                .flatMap(Stream::ofNullable)
                .toList();
        if (doors.isEmpty()) {
            return new MapResource(null, null, null);
        }
        return new MapResource(
                roads.network(around(doors)).geoJson(),
                doors.size() < 2
                        ? null
                        : roads.shape(doors, tour.profile())
                                .map(RouteShape::geoJson)
                                .orElse(null),
                roads.tiles().isBlank() ? null : roads.tiles());
    }

    private static Bounds around(List<GeoPoint> points) {
        return new Bounds(
                least(points, GeoPoint::latitude) - MARGIN,
                least(points, GeoPoint::longitude) - MARGIN,
                -least(points, point -> -point.latitude()) + MARGIN,
                -least(points, point -> -point.longitude()) + MARGIN);
    }

    private static double least(List<GeoPoint> points, ToDoubleFunction<GeoPoint> side) {
        return points.stream().mapToDouble(side).min().orElseThrow();
    }
}
