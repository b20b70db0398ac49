package app.orchard.slots;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A window of delivery in a zone.
 *
 * @param zone the zone's code
 * @param cutoffAt orders are taken until then
 * @param free places neither held nor booked
 * @param closedBecause shown to customers; null when open
 */
public record Slot(
        UUID id,
        String zone,
        Instant startsAt,
        Instant endsAt,
        Instant cutoffAt,
        int capacity,
        int free,
        @Nullable String closedBecause) {

    public boolean isOpenAt(Instant now) {
        return whyShutAt(now) == null;
    }

    /** @return why nothing can be held here now, for people; null when it can */
    public @Nullable String whyShutAt(Instant now) {
        if (closedBecause != null) {
            return closedBecause;
        }
        if (!now.isBefore(cutoffAt)) {
            return "Orders for this time are closed.";
        }
        return free > 0 ? null : "This time is full.";
    }
}
