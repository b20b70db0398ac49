package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;

/**
 * Somewhere to go.
 *
 * @param from before it nobody is served; the driver waits
 * @param until when the service begins at the latest
 * @param service how long it takes at the door
 * @param weightGrams what it weighs
 * @param boxes how many boxes it is
 * @param priority from 0 to 4: of two that cannot both be served the one with the higher priority is
 */
public record RouteStop(
        String id,
        GeoPoint at,
        Instant from,
        Instant until,
        Duration service,
        int weightGrams,
        int boxes,
        int priority) {

    public static final int HIGHEST_PRIORITY = 4;

    public RouteStop {
        if (until.isBefore(from) || service.isNegative() || weightGrams < 0 || boxes < 0) {
            throw new IllegalArgumentException("Stop " + id + " ends before it begins or weighs less than nothing");
        }
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("Stop " + id + " has priority " + priority + ", not 0 to 4");
        }
    }
}
