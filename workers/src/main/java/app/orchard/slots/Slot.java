package app.orchard.slots;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A window of delivery in a zone.
 *
 * @param zone the zone's code
 * @param cutoffAt orders are taken until then
 * @param capacity in stops
 * @param free stops neither held nor booked
 * @param kitchenMinutes capacity of the kitchen; null when the kitchen is no limit
 * @param freeMinutes of the kitchen, neither held nor booked; null when the kitchen is no limit
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
        @Nullable Integer kitchenMinutes,
        @Nullable Integer freeMinutes,
        @Nullable String closedBecause) {

    public boolean isOpenAt(Instant now) {
        return whyShutAt(now) == null;
    }

    public boolean isOpenAt(Instant now, Load load) {
        return whyShutAt(now, load) == null;
    }

    /** @return why nothing can be held here now, for people; null when something can */
    public @Nullable String whyShutAt(Instant now) {
        return freeMinutes != null && freeMinutes == 0 && !isOver(now)
                ? "Our kitchen is fully booked for this time."
                : whyShutAt(now, Load.STOP);
    }

    /** @return why an order of this size cannot have a place here now, for people; null when it can */
    public @Nullable String whyShutAt(Instant now, Load load) {
        if (isOver(now)) {
            return closedBecause != null ? closedBecause : "Orders for this time are closed.";
        }
        if (free < load.stops()) {
            return "This time is full.";
        }
        return freeMinutes != null && freeMinutes < load.kitchenMinutes()
                ? "Our kitchen has too little time left for your order at this time."
                : null;
    }

    /** @return whether it takes nothing more, however small */
    boolean isOver(Instant now) {
        return closedBecause != null || !now.isBefore(cutoffAt);
    }

    public int stopsTaken() {
        return capacity - free;
    }

    public int minutesTaken() {
        return kitchenMinutes == null || freeMinutes == null ? 0 : kitchenMinutes - freeMinutes;
    }
}
