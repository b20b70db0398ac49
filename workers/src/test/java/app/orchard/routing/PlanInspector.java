package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows a plan from leg to leg with the same travel times, and writes down everything that is wrong with it. */
public final class PlanInspector {

    private final RouteProblem problem;
    private final RoutePlan plan;
    private final TravelTimes travelTimes;
    private final Duration loading;
    private final Map<String, RouteStop> stops;
    private final List<String> complaints = new ArrayList<>();

    private PlanInspector(RouteProblem problem, RoutePlan plan, TravelTimes travelTimes, Duration loading) {
        this.problem = problem;
        this.plan = plan;
        this.travelTimes = travelTimes;
        this.loading = loading;
        stops = problem.stops().stream().collect(Collectors.toMap(RouteStop::id, Function.identity()));
    }

    public static List<String> complaints(
            RouteProblem problem, RoutePlan plan, TravelTimes travelTimes, Duration loading) {
        return new PlanInspector(problem, plan, travelTimes, loading).inspect();
    }

    private List<String> inspect() {
        List<String> named = new ArrayList<>(Stream.concat(
                        plan.tours().stream().flatMap(Tour::legs).map(Leg::stop),
                        plan.unplaced().stream().map(Unplaced::stop))
                .toList());
        List<String> asked = new ArrayList<>(stops.keySet());
        Collections.sort(named);
        Collections.sort(asked);
        require(named.equals(asked), "not every stop is there once");
        plan.tours().forEach(this::inspect);
        return complaints;
    }

    private void inspect(Tour tour) {
        RouteVehicle vehicle = problem.vehicles().stream()
                .filter(v -> v.id().equals(tour.vehicle()))
                .findFirst()
                .orElseThrow();
        List<String> order = tour.legs().map(Leg::stop).toList();
        require(
                order.subList(0, Math.min(order.size(), vehicle.frozen().size()))
                        .equals(vehicle.frozen()),
                "frozen");
        require(!tour.leaves().isBefore(vehicle.from()), "leaves before the shift");
        require(!tour.leaves().isBefore(problem.departure()), "leaves before the departure");
        require(!tour.returns().isAfter(vehicle.until()), "returns after the shift");
        require(tour.trips().size() <= vehicle.trips(), "too many trips");
        GeoPoint place = vehicle.start();
        Instant ready = tour.leaves();
        for (Trip trip : tour.trips()) {
            require(!trip.leaves().isBefore(ready), "leaves before it is loaded");
            inspect(trip, tour, vehicle, place);
            place = vehicle.end();
            ready = trip.returns().plus(loading);
        }
    }

    private void inspect(Trip trip, Tour tour, RouteVehicle vehicle, GeoPoint start) {
        boolean isFirst = trip.equals(tour.trips().getFirst());
        GeoPoint place = start;
        Instant clock = trip.leaves();
        int weight = 0;
        int boxes = 0;
        for (Leg leg : trip.legs()) {
            RouteStop stop = Objects.requireNonNull(stops.get(leg.stop()));
            clock = clock.plusSeconds(drive(vehicle, place, stop.at(), leg.metres()));
            clock = rested(clock, tour, leg.arrives());
            require(leg.arrives().equals(clock), stop.id() + " is reached at " + clock + ", not " + leg.arrives());
            boolean isFrozen = vehicle.frozen().contains(stop.id());
            require(!leg.starts().isBefore(clock), "starts before arriving");
            require(isFrozen || !leg.starts().isBefore(stop.from()), stop.id() + " is served too early");
            Instant latest = stop.until().plus(problem.lateness());
            require(isFrozen || !leg.starts().isAfter(latest), stop.id() + " is served too late");
            require(leg.leaves().equals(leg.starts().plus(stop.service())), "service is cut short");
            boolean isAboard = vehicle.aboard().contains(stop.id()) || isFrozen;
            require(!isAboard || isFirst, stop.id() + " is not on the first trip");
            require(isAboard || !isFirst || vehicle.aboard().isEmpty(), stop.id() + " was not loaded");
            weight += stop.weightGrams();
            boxes += stop.boxes();
            clock = leg.leaves();
            place = stop.at();
        }
        clock = rested(
                clock.plusSeconds(drive(vehicle, place, vehicle.end(), trip.metresBack())), tour, trip.returns());
        require(clock.equals(trip.returns()), "returns at " + clock + ", not " + trip.returns());
        require(weight <= vehicle.weightGrams() && boxes <= vehicle.boxes(), "carries too much");
    }

    private long drive(RouteVehicle vehicle, GeoPoint from, GeoPoint to, long metres) {
        Matrix way = travelTimes.between(List.of(from, to), vehicle.profile());
        require(way.metres(0, 1) == metres, "it is " + way.metres(0, 1) + " m, not " + metres);
        return way.seconds(0, 1);
    }

    /** A break between the two moments moves the arrival to its end and the way after it. */
    private static Instant rested(Instant arrives, Tour tour, Instant said) {
        if (arrives.equals(said)) {
            return arrives;
        }
        return tour.breaks().stream()
                .filter(taken -> !taken.starts().isAfter(said) && taken.ends().isAfter(arrives.minusSeconds(7200)))
                .findAny()
                .map(taken -> said)
                .orElse(arrives);
    }

    private void require(boolean isRight, String complaint) {
        if (!isRight) {
            complaints.add(complaint);
        }
    }
}
