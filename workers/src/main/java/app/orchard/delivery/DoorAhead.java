package app.orchard.delivery;

import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door that a tour has not reached yet.
 *
 * @param at null when only the address is known
 * @param drive from the stop before, as planned
 * @param pause between the stop before and this one, as planned, where the vehicle is loaded anew between them; zero else
 * @param from when the customer is there
 * @param until when the customer expects it at the latest
 * @param isToldNear whether the customer knows that the driver is near
 * @param isToldLate whether the customer knows that it gets late
 */
record DoorAhead(
        OrderId order,
        @Nullable GeoPoint at,
        Duration drive,
        Duration pause,
        Instant from,
        Instant until,
        boolean isToldNear,
        boolean isToldLate) {}
