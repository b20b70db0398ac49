package app.orchard.delivery;

import app.orchard.slots.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way, as its customer may see it.
 *
 * @param driver their name; empty where it is nobody's business
 * @param driverAt their last place that was not at another customer's door; null when there is none of late
 * @param door null when only the address is known, or is not to be seen
 * @param expectedAt when they can be at the door, never in the past
 * @param stopsBefore other doors before this one
 */
public record Approach(
        String driver,
        @Nullable Position driverAt,
        @Nullable GeoPoint door,
        Instant expectedAt,
        int stopsBefore) {}
