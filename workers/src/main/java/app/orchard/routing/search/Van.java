package app.orchard.routing.search;

import java.util.List;

/**
 * A vehicle.
 *
 * @param ways index of its ways
 * @param end where it ends and is loaded anew
 * @param from when it leaves at the earliest
 * @param until when it is back at the latest
 * @param trips how often it leaves at most
 * @param loading how long it is loaded between two trips
 * @param isLoaded whether its first trip brings only what is aboard
 * @param fee for using it at all
 * @param fixed visits that come first, in this order
 */
public record Van(
        int ways,
        int start,
        int end,
        int from,
        int until,
        int weight,
        int boxes,
        int trips,
        int loading,
        boolean isLoaded,
        int fee,
        List<Rest> rests,
        List<Integer> fixed) {

    public Van {
        rests = List.copyOf(rests);
        fixed = List.copyOf(fixed);
    }

    /** Nothing tells it from another but its number. */
    boolean isLike(Van other) {
        return equals(other) && fixed.isEmpty() && rests.isEmpty() && !isLoaded;
    }
}
