package app.orchard.routing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one vehicle does. One that stays at home has no tour.
 *
 * @param breaks on the way; who is back in time rests after the tour
 */
public record Tour(String vehicle, List<Trip> trips, List<TourBreak> breaks, PlanFigures figures) {

    public Tour {
        trips = List.copyOf(trips);
        breaks = List.copyOf(breaks);
    }

    /** All stops in their order. */
    public Stream<Leg> legs() {
        return trips.stream().flatMap(trip -> trip.legs().stream());
    }

    public Instant leaves() {
        return trips.getFirst().leaves();
    }

    public Instant returns() {
        return trips.getLast().returns();
    }
}
