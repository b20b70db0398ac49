package app.orchard.delivery;

import app.orchard.inventory.Location;
import app.orchard.routing.Costs;
import app.orchard.routing.Leg;
import app.orchard.routing.Profile;
import app.orchard.routing.RoutePlan;
import app.orchard.routing.RoutePlanner;
import app.orchard.routing.RouteProblem;
import app.orchard.routing.RouteStop;
import app.orchard.routing.RouteVehicle;
import app.orchard.routing.Tour;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the rest of a tour on the road anew, from where its driver is: never what is done, and of several trips only
 * the one that is under way. The search takes its time outside of any transaction; it counts only if the rest is still
 * the same, else it begins again.
 */
@Component
class RestPlanning {

    private static final int MOST_TRIES = 3;

    private final TourTable tours;
    private final CourseTable courses;
    private final RoadTable road;
    private final RunTable runs;
    private final RoutePlanner planner;
    private final Arrivals arrivals;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Changes changes;
    private final Clock clock;

    RestPlanning(
            TourTable tours,
            CourseTable courses,
            RoadTable road,
            RunTable runs,
            RoutePlanner planner,
            Arrivals arrivals,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Changes changes,
            Clock clock) {
        this.tours = tours;
        this.courses = courses;
        this.road = road;
        this.runs = runs;
        this.planner = planner;
        this.arrivals = arrivals;
        this.settings = settings;
        this.transaction = transaction;
        this.changes = changes;
        this.clock = clock;
    }

    /** The rest: a tour, where it is, the stops of this trip, and those of later ones. */
    private record Rest(TourView tour, Course course, List<PlannedStop> now, List<PlannedStop> later) {

        Map<OrderId, DoorAhead> doors() {
            return course.doors().stream().collect(Collectors.toMap(DoorAhead::order, Function.identity()));
        }

        boolean isStill(List<OrderId> ahead) {
            return Stream.concat(now.stream(), later.stream())
                    .map(PlannedStop::order)
                    .collect(Collectors.toSet())
                    .equals(Set.copyOf(ahead));
        }
    }

    /** Of a tour that is not on the road, or has nothing to choose from: changes nothing but the times. */
    void plan(UUID tour) {
        boolean isDone = false;
        for (int tries = 0; tries < MOST_TRIES && !isDone; tries++) {
            isDone = courses.find(tour)
                    .map(course -> rest(tour, course))
                    .filter(rest -> rest.now().size() > 1)
                    .map(rest -> store(rest, planner.plan(problem(rest), progress -> {})))
                    .orElse(true);
        }
        arrivals.reckon(tour);
    }

    private Rest rest(UUID id, Course course) {
        TourView tour = tours.find(id).orElseThrow();
        Set<OrderId> doors = course.doors().stream().map(DoorAhead::order).collect(Collectors.toSet());
        List<PlannedStop> ahead = tour.stops().stream()
                .filter(stop -> doors.contains(stop.order()))
                .toList();
        int trip = ahead.stream().mapToInt(PlannedStop::trip).min().orElse(1);
        return new Rest(
                tour,
                course,
                ahead.stream().filter(stop -> stop.trip() == trip).toList(),
                ahead.stream().filter(stop -> stop.trip() != trip).toList());
    }

    private RouteProblem problem(Rest rest) {
        Instant now = clock.instant();
        Map<OrderId, DoorAhead> doors = rest.doors();
        GeoPoint start = start(rest);
        Instant last = doors.values().stream().map(DoorAhead::until).reduce(now, (a, b) -> a.isAfter(b) ? a : b);
        Duration behind = doors.values().stream()
                .map(door -> Duration.between(door.until(), now))
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        List<RouteStop> stops = rest.now().stream()
                .map(stop -> stop(
                        stop,
                        doors.getOrDefault(stop.order(), rest.course().doors().getFirst()),
                        start))
                .toList();
        return new RouteProblem(
                stops,
                List.of(vehicle(rest, start, now, last.plus(settings.overtime()))),
                now,
                rest.tour().id().getLeastSignificantBits(),
                settings.replanningTime(),
                behind.plus(settings.overtime()),
                0);
    }

    private RouteStop stop(PlannedStop stop, DoorAhead door, GeoPoint start) {
        GeoPoint at = stop.at();
        return new RouteStop(
                stop.order().toString(),
                at == null ? start : at,
                door.from(),
                door.until(),
                settings.atTheDoor(),
                stop.weightGrams(),
                stop.boxes(),
                1);
    }

    /** It carries what it carries, whatever is written about the vehicle. */
    private RouteVehicle vehicle(Rest rest, GeoPoint start, Instant now, Instant back) {
        TourView tour = rest.tour();
        return new RouteVehicle(
                tour.id().toString(),
                tour.profile(),
                start,
                runs.place(Location.STORE).orElse(start),
                now,
                back,
                Math.max(
                        tour.weightGrams(),
                        rest.now().stream().mapToInt(PlannedStop::weightGrams).sum()),
                Math.max(
                        tour.boxes(),
                        rest.now().stream().mapToInt(PlannedStop::boxes).sum()),
                List.of(),
                1,
                List.of(),
                rest.now().stream().map(stop -> stop.order().toString()).toList(),
                tour.profile() == Profile.SCOOTER ? Costs.USUAL : settings.vanCosts());
    }

    private GeoPoint start(Rest rest) {
        return Stream.ofNullable(rest.course().seenAt())
                .findFirst()
                .or(() -> runs.place(Location.STORE))
                .or(() -> rest.now().stream()
                        .flatMap(stop -> Stream.ofNullable(stop.at()))
                        .findFirst())
                .orElse(new GeoPoint(0, 0));
    }

    /** @return whether the rest is still the same */
    private boolean store(Rest rest, RoutePlan plan) {
        UUID tour = rest.tour().id();
        try {
            boolean isSame = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean isStill = rest.isStill(road.lockAhead(tour));
                if (isStill) {
                    store(rest, plan.tours());
                    changes.announce(Runs.TOPIC);
                }
                return isStill;
            }));
            // By itself: whoever ends a stop locks the tour after it
            plan.tours().stream().map(Tour::returns).findFirst().ifPresent(at -> road.returns(tour, at));
            return isSame;
        } catch (DataIntegrityViolationException | ConcurrencyFailureException joinedMeanwhile) {
            return false;
        }
    }

    /** What found no place keeps its old one, behind the others. */
    private void store(Rest rest, List<Tour> planned) {
        UUID tour = rest.tour().id();
        List<Leg> legs = planned.stream().flatMap(Tour::legs).toList();
        Stream<OrderId> inPlan = legs.stream().map(leg -> OrderId.of(leg.stop()));
        Stream<OrderId> asBefore =
                Stream.concat(rest.now().stream(), rest.later().stream()).map(PlannedStop::order);
        List<OrderId> inOrder = Stream.concat(inPlan, asBefore).distinct().toList();
        road.place(tour, inOrder, road.firstPlace(tour));
        legs.forEach(leg -> road.plan(tour, leg));
    }
}
