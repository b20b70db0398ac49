package app.orchard.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is to be planned.
 *
 * @param stops in the order of booking: the plan is compared with driving in this order
 * @param departure nobody leaves before it
 * @param seed the same seed and a number of rounds that is reached before the limit give the same plan
 * @param limit how long the search may take
 * @param lateness how late a stop may be served that cannot be served in time; zero leaves it out of the plan
 * @param rounds of the search at most; 0 for as many as suit the number of stops
 */
public record RouteProblem(
        List<RouteStop> stops,
        List<RouteVehicle> vehicles,
        Instant departure,
        long seed,
        Duration limit,
        Duration lateness,
        int rounds) {

    public RouteProblem {
        stops = List.copyOf(stops);
        vehicles = List.copyOf(vehicles);
    }

    /** Everything in time or not at all. */
    public RouteProblem(
            List<RouteStop> stops, List<RouteVehicle> vehicles, Instant departure, long seed, Duration limit) {
        this(stops, vehicles, departure, seed, limit, Duration.ZERO, 0);
    }
}
