package app.orchard.routing;

import java.time.Instant;
import java.util.List;

/**
 * From the start, or from loading anew, back to the kitchen.
 *
 * @param metresBack from the last stop
 * @param secondsBack from the last stop
 */
public record Trip(Instant leaves, List<Leg> legs, Instant returns, long metresBack, long secondsBack) {

    public Trip {
        legs = List.copyOf(legs);
    }
}
