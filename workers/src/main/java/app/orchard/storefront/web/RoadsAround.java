package app.orchard.storefront.web;

import app.orchard.delivery.Approach;
import app.orchard.delivery.Approaches;
import app.orchard.delivery.Position;
import app.orchard.routing.Bounds;
import app.orchard.routing.RoadMap;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The roads between a driver and the door, for the map of an order on its way. */
@Controller
class RoadsAround {

    /** Of a degree: a kilometre around what is shown. */
    private static final double MARGIN = 0.01;

    private final Approaches approaches;
    private final RoadMap roads;

    RoadsAround(Approaches approaches, RoadMap roads) {
        this.approaches = approaches;
        this.roads = roads;
    }

    @GetMapping("/orders/{id}/roads")
    ResponseEntity<String> roads(Visitor visitor, @PathVariable UUID id) {
        Approach approach = approaches
                .of(new OrderId(id), visitor.requireCustomer())
                .orElseThrow(() -> Refusal.notFound("order on its way"));
        return around(approach);
    }

    /** @throws Refusal NOT_FOUND when neither driver nor door is to be seen */
    ResponseEntity<String> around(Approach approach) {
        Position driver = approach.driverAt();
        List<GeoPoint> shown = Stream.concat(
                        Stream.ofNullable(approach.door()),
                        Stream.ofNullable(driver).map(Position::at))
                .toList();
        if (shown.isEmpty()) {
            throw Refusal.notFound("place on the map");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .body(roads.network(Bounds.around(shown, MARGIN)).geoJson());
    }
}
