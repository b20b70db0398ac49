package app.orchard.demo;

import app.orchard.slots.GeoPoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A place on the way, in degrees. */
record Spot(double latitude, double longitude) {

    private static final int ACCURACY_METRES = 12;

    static Spot of(GeoPoint point) {
        return new Spot(point.latitude(), point.longitude());
    }

    /** Nothing where only the address is known. */
    static Optional<Spot> ofDoor(JsonNode stop) {
        return Optional.of(stop)
                .filter(known -> known.path("latitude").isNumber())
                .map(known -> new Spot(
                        known.path("latitude").asDouble(),
                        known.path("longitude").asDouble()));
    }

    Spot towards(Spot end, double part) {
        return new Spot(latitude + (end.latitude - latitude) * part, longitude + (end.longitude - longitude) * part);
    }

    /** As a phone says it. */
    Map<String, Object> seenNow() {
        return Map.of(
                "latitude", latitude,
                "longitude", longitude,
                "accuracyMetres", ACCURACY_METRES,
                "at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
