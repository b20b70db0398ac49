package app.orchard.storefront.web;

import app.orchard.routing.Bounds;
import app.orchard.routing.RoadMap;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Localities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the map of the address form asks: the roads around a point, and whether we deliver there. */
@RestController
class DoorMap {

    /** Of a degree: two kilometres around the point. */
    private static final double MARGIN = 0.02;

    /** Of a degree: all points of such a square are answered alike, and once. */
    private static final double SQUARE = 0.01;

    private final RoadMap roads;
    private final Localities localities;
    private final Wording wording;

    DoorMap(RoadMap roads, Localities localities, Wording wording) {
        this.roads = roads;
        this.localities = localities;
        this.wording = wording;
    }

    /** GeoJSON lines. @param latitude in degrees, as the longitude. @throws Refusal INVALID {@code bad-point} */
    @GetMapping("/place/roads")
    ResponseEntity<String> roads(@RequestParam double latitude, @RequestParam double longitude) {
        GeoPoint middle = GeoPoint.ofDegrees(square(latitude), square(longitude));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(roads.network(Bounds.around(List.of(middle), MARGIN)).geoJson());
    }

    /** {@code delivers} and a {@code sentence} for the customer. */
    @GetMapping("/place/zone")
    ResponseEntity<Map<String, Object>> zone(@RequestParam double latitude, @RequestParam double longitude) {
        String zone = localities.zoneNameAt(GeoPoint.ofDegrees(latitude, longitude));
        Map<String, Object> answer = Map.of(
                "delivers",
                !zone.isEmpty(),
                "sentence",
                zone.isEmpty() ? wording.say("checkout.pin.beyond") : wording.say("checkout.pin.zone", zone));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static double square(double degrees) {
        return Math.round(degrees / SQUARE) * SQUARE;
    }
}
