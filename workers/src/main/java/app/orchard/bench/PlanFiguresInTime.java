package app.orchard.bench;

import app.orchard.routing.Costs;
import app.orchard.routing.Leg;
import app.orchard.routing.Profile;
import app.orchard.routing.RoadMap;
import app.orchard.routing.RoutePlan;
import app.orchard.routing.RoutePlanner;
import app.orchard.routing.RouteProblem;
import app.orchard.routing.RouteStop;
import app.orchard.routing.RouteVehicle;
import app.orchard.routing.Tour;
import app.orchard.routing.town.DemoTown;
import app.orchard.routing.town.Landmark;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** How long people wait for a plan, on the demo town: travel times, search, and the routes as they are drawn. */
final class PlanFiguresInTime {

    private static final Instant TEN = Instant.parse("2026-05-01T04:30:00Z");
    private static final Duration SLOT = Duration.ofHours(2);
    private static final int REPLANS = 100;
    private static final List<Landmark> DOORS = DemoTown.doors();

    private final RoutePlanner planner;
    private final RoadMap map;

    PlanFiguresInTime(RoutePlanner planner, RoadMap map) {
        this.planner = planner;
        this.map = map;
    }

    /** A wave of sixty, twenty of them done; the driver is late and asks for the best rest. */
    Figure replan() {
        List<Double> seconds = new ArrayList<>();
        for (int n = 0; n <= REPLANS; n++) {
            RouteProblem problem = underWay(n);
            long begun = System.nanoTime();
            RoutePlan plan = planner.plan(problem, progress -> {});
            double taken = (System.nanoTime() - begun) / 1e9;
            if (plan.unplaced().size() + plan.figures().orders() != 60) {
                throw new IllegalStateException("The plan has not sixty stops");
            }
            if (n > 0) {
                seconds.add(taken);
            }
        }
        Collections.sort(seconds);
        double slowest = seconds.get((int) Math.ceil(0.99 * seconds.size()) - 1);
        return new Figure(
                "re-plan of 60 stops with 20 done, p99, against the limit",
                slowest,
                "s",
                1.0,
                1.0 / slowest,
                1,
                REPLANS);
    }

    /** Four zones, each with thirty orders and a vehicle. */
    Figure fullSlot() {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round <= Rounds.OF_EACH; round++) {
            long begun = System.nanoTime();
            for (int zone = 0; zone < 4; zone++) {
                RoutePlan plan =
                        planner.plan(problem(stops(30, 10 * round + zone), Duration.ofMillis(700)), progress -> {});
                long metres = plan.tours().stream().mapToLong(this::draw).sum();
                if (metres == 0 || map.network(map.state().bounds()).geoJson().isEmpty()) {
                    throw new IllegalStateException("Nothing was drawn");
                }
            }
            if (round > 0) {
                seconds.add((System.nanoTime() - begun) / 1e9);
            }
        }
        double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
        return new Figure(
                "plan of a slot, 4 zones, 120 orders, 4 vehicles, against the limit",
                median,
                "s",
                5,
                5 / median,
                1,
                seconds.size());
    }

    private long draw(Tour tour) {
        List<GeoPoint> through = Stream.concat(
                        Stream.of(DemoTown.STORE.at()),
                        tour.legs().map(Leg::stop).map(this::at))
                .toList();
        return map.shape(through, Profile.VAN).orElseThrow().metres();
    }

    private GeoPoint at(String stop) {
        return DOORS.get(Integer.parseInt(stop.substring(stop.lastIndexOf('-') + 1)))
                .at();
    }

    private static RouteProblem problem(List<RouteStop> stops, Duration limit) {
        return new RouteProblem(stops, List.of(vehicle(List.of(), List.of())), TEN.minus(SLOT), 1, limit);
    }

    private static RouteProblem underWay(int seed) {
        List<RouteStop> stops = stops(60, seed);
        List<String> ids = stops.stream().map(RouteStop::id).toList();
        RouteVehicle late = vehicle(ids.subList(0, 20), ids);
        return new RouteProblem(stops, List.of(late), TEN, seed, Duration.ofMillis(600), Duration.ofHours(8), 0);
    }

    private static RouteVehicle vehicle(List<String> done, List<String> aboard) {
        return new RouteVehicle(
                "van",
                Profile.VAN,
                DemoTown.STORE.at(),
                DemoTown.STORE.at(),
                TEN.minus(SLOT),
                TEN.plus(Duration.ofHours(12)),
                400_000,
                120,
                List.of(),
                1,
                done,
                aboard,
                Costs.USUAL);
    }

    private static List<RouteStop> stops(int count, long seed) {
        Random random = new Random(seed);
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            int door = random.nextInt(DOORS.size());
            if (!numbers.contains(door)) {
                numbers.add(door);
            }
        }
        return numbers.stream()
                .map(door -> new RouteStop(
                        "order-" + door,
                        DOORS.get(door).at(),
                        TEN,
                        TEN.plus(SLOT).plus(SLOT),
                        Duration.ofMinutes(3),
                        3000,
                        1,
                        0))
                .toList();
    }
}
