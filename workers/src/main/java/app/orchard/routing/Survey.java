package app.orchard.routing;

import app.orchard.routing.search.Mission;
import app.orchard.routing.search.Rest;
import app.orchard.routing.search.Van;
import app.orchard.routing.search.Visit;
import app.orchard.routing.search.Ways;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A problem in numbers: whole seconds since its beginning, places by number, ways of each kind of vehicle. */
final class Survey {

    private static final int WHENEVER = 50_000_000;
    private static final long WORTH = 1_000_000_000L;
    private static final int WORTH_OF_PRIORITY = 8;

    private final RouteProblem problem;
    private final Instant zero;
    private final Duration loading;
    private final boolean greatCircle;
    private final Map<Profile, Matrix> matrices = new EnumMap<>(Profile.class);
    private final Map<GeoPoint, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Ways> ways = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Van> vans = new ArrayList<>();

    private Survey(RouteProblem problem, TravelTimes travelTimes, Duration loading) {
        this.problem = problem;
        this.loading = loading;
        greatCircle = travelTimes.isGreatCircle();
        zero = problem.vehicles().stream()
                .map(RouteVehicle::from)
                .min(Instant::compareTo)
                .filter(problem.departure()::isAfter)
                .orElse(problem.departure());
        problem.stops().forEach(stop -> place(stop.at()));
        problem.vehicles().forEach(vehicle -> {
            place(vehicle.start());
            place(vehicle.end());
        });
        problem.vehicles().stream()
                .map(RouteVehicle::profile)
                .distinct()
                .forEach(profile -> matrices.put(profile, travelTimes.between(List.copyOf(places.keySet()), profile)));
    }

    static Survey of(RouteProblem problem, TravelTimes travelTimes, Duration loading) {
        Survey survey = new Survey(problem, travelTimes, loading);
        survey.number();
        return survey;
    }

    RouteProblem problem() {
        return problem;
    }

    Mission mission() {
        return new Mission(ways, visits, vans);
    }

    Instant zero() {
        return zero;
    }

    boolean isGreatCircle() {
        return greatCircle;
    }

    /** From now on these visits may begin later than they should. */
    void letIn(List<Integer> late, Duration by) {
        for (int visit : late) {
            RouteStop stop = problem.stops().get(visit);
            visits.set(visit, visits.get(visit).closing(seconds(stop.until().plus(by))));
        }
    }

    Matrix matrix(RouteVehicle vehicle) {
        return Objects.requireNonNull(matrices.get(vehicle.profile()));
    }

    int place(GeoPoint point) {
        Integer known = places.putIfAbsent(point, places.size());
        return known == null ? places.size() - 1 : known;
    }

    /** @throws IllegalArgumentException when a vehicle names a stop that there is not */
    int number(String stop) {
        Integer number = numbers.get(stop);
        if (number == null) {
            throw new IllegalArgumentException("A vehicle is to serve " + stop + ", which is not among the stops");
        }
        return number;
    }

    /** When this vehicle leaves at the earliest. */
    Instant from(RouteVehicle vehicle) {
        return vehicle.from().isBefore(problem.departure()) ? problem.departure() : vehicle.from();
    }

    int seconds(Instant moment) {
        return Math.clamp(Duration.between(zero, moment).toSeconds(), -WHENEVER, WHENEVER);
    }

    private void number() {
        List<RouteStop> stops = problem.stops();
        for (int n = 0; n < stops.size(); n++) {
            RouteStop stop = stops.get(n);
            if (numbers.put(stop.id(), n) != null) {
                throw new IllegalArgumentException("Stop " + stop.id() + " is there twice");
            }
            visits.add(visit(stop, Visit.ANY, false, seconds(stop.from()), seconds(stop.until())));
        }
        List<Kind> kinds = new ArrayList<>();
        for (int van = 0; van < problem.vehicles().size(); van++) {
            number(van, problem.vehicles().get(van), kinds);
        }
    }

    private void number(int index, RouteVehicle vehicle, List<Kind> kinds) {
        for (String stop : vehicle.aboard()) {
            RouteStop loaded = problem.stops().get(number(stop));
            visits.set(number(stop), visit(loaded, index, true, seconds(loaded.from()), seconds(loaded.until())));
        }
        for (String stop : vehicle.frozen()) {
            RouteStop first = problem.stops().get(number(stop));
            visits.set(number(stop), visit(first, index, true, -WHENEVER, WHENEVER));
        }
        Kind kind = new Kind(
                vehicle.profile(),
                vehicle.costs().perKilometre(),
                vehicle.costs().perHour());
        if (!kinds.contains(kind)) {
            kinds.add(kind);
            ways.add(kind.ways(matrix(vehicle)));
        }
        vans.add(van(vehicle, kinds.indexOf(kind)));
    }

    private Visit visit(RouteStop stop, int van, boolean aboard, int opens, int closes) {
        long worth = WORTH * (long) Math.pow(WORTH_OF_PRIORITY, stop.priority());
        return new Visit(
                place(stop.at()),
                opens,
                closes,
                Math.toIntExact(stop.service().toSeconds()),
                stop.weightGrams(),
                stop.boxes(),
                van,
                aboard,
                worth);
    }

    private Van van(RouteVehicle vehicle, int kind) {
        return new Van(
                kind,
                place(vehicle.start()),
                place(vehicle.end()),
                seconds(from(vehicle)),
                seconds(vehicle.until()),
                vehicle.weightGrams(),
                vehicle.boxes(),
                vehicle.trips(),
                Math.toIntExact(loading.toSeconds()),
                !vehicle.aboard().isEmpty(),
                Math.toIntExact(vehicle.costs().perTour() * Kind.FINENESS),
                vehicle.breaks().stream().map(this::rest).toList(),
                vehicle.frozen().stream().map(this::number).toList());
    }

    private Rest rest(ShiftBreak pause) {
        return new Rest(
                seconds(pause.from()),
                seconds(pause.until()),
                Math.toIntExact(pause.length().toSeconds()));
    }

    /** Vehicles that drive the same ways at the same cost. */
    private record Kind(Profile profile, long perKilometre, long perHour) {

        /** Parts of a paisa, so that short ways do not all cost the same. */
        static final int FINENESS = 10;

        Ways ways(Matrix matrix) {
            int size = matrix.size();
            int[] time = new int[size * size];
            int[] cost = new int[size * size];
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    int field = from * size + to;
                    boolean isReachable = matrix.isReachable(from, to);
                    time[field] = isReachable ? matrix.seconds(from, to) : Ways.NONE;
                    cost[field] = isReachable ? cost(matrix.metres(from, to), time[field]) : Ways.NONE;
                }
            }
            return new Ways(size, time, cost);
        }

        private int cost(int metres, int seconds) {
            return (int) Math.round(FINENESS * (perKilometre * metres / 1000.0 + perHour * seconds / 3600.0));
        }
    }
}
