package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.time.Instant;
import java.util.List;

/**
 * A vehicle with its driver.
 *
 * @param start where it is at {@code from}
 * @param end where each trip ends and is loaded anew: the kitchen
 * @param until when it is back at the latest
 * @param weightGrams what it carries on one trip
 * @param boxes how many boxes it carries on one trip
 * @param trips how often it leaves at most
 * @param frozen stops done or under way: first, in this order, whatever their windows say
 * @param aboard what it has loaded and left the kitchen with. When there is any, its first trip brings these and
 *     nothing else, and nobody else brings them
 */
public record RouteVehicle(
        String id,
        Profile profile,
        GeoPoint start,
        GeoPoint end,
        Instant from,
        Instant until,
        int weightGrams,
        int boxes,
        List<ShiftBreak> breaks,
        int trips,
        List<String> frozen,
        List<String> aboard,
        Costs costs) {

    public RouteVehicle {
        if (trips < 1 || weightGrams < 0 || boxes < 0 || until.isBefore(from)) {
            throw new IllegalArgumentException("Vehicle " + id + " cannot leave");
        }
        breaks = List.copyOf(breaks);
        frozen = List.copyOf(frozen);
        aboard = List.copyOf(aboard);
    }

    /** Still at the kitchen, with nothing loaded. */
    public RouteVehicle(
            String id,
            Profile profile,
            GeoPoint start,
            GeoPoint end,
            Instant from,
            Instant until,
            int weightGrams,
            int boxes,
            List<ShiftBreak> breaks,
            int trips,
            List<String> frozen,
            Costs costs) {
        this(id, profile, start, end, from, until, weightGrams, boxes, breaks, trips, frozen, List.of(), costs);
    }
}
