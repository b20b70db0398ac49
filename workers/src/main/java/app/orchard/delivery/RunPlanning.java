package app.orchard.delivery;

import app.orchard.inventory.Location;
import app.orchard.processes.ProcessMessages;
import app.orchard.routing.Costs;
import app.orchard.routing.Profile;
import app.orchard.routing.RoutePlan;
import app.orchard.routing.RoutePlanner;
import app.orchard.routing.RouteProblem;
import app.orchard.routing.RouteStop;
import app.orchard.routing.RouteVehicle;
import app.orchard.routing.Tour;
import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.slots.GeoPoint;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the plan of a run. The search takes its time outside of any transaction; its plan counts only if the run is
 * still as it was when the search began, else it begins again.
 */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
class RunPlanning {

    private static final int MOST_TRIES = 20;

    private final RunTable runs;
    private final TourTable tours;
    private final Runs facts;
    private final RoutePlanner planner;
    private final StaffAccounts staff;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Changes changes;
    private final Clock clock;

    RunPlanning(
            RunTable runs,
            TourTable tours,
            Runs facts,
            RoutePlanner planner,
            StaffAccounts staff,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Changes changes,
            Clock clock) {
        this.runs = runs;
        this.tours = tours;
        this.facts = facts;
        this.planner = planner;
        this.staff = staff;
        this.settings = settings;
        this.transaction = transaction;
        this.changes = changes;
        this.clock = clock;
    }

    /** @return whether there is something to deliver; if not, the run has ended */
    boolean plan(UUID run) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Draft draft = inTransaction(() -> draft(run));
            if (!draft.run().state().isOpen()) {
                return draft.run().state() != RunState.EMPTY;
            }
            if (keep(draft)) {
                return !draft.orders().isEmpty() || draft.run().state() == RunState.APPROVED;
            }
        }
        throw Refusal.conflict("run-unsettled", "The orders of this run change faster than they can be planned.");
    }

    private boolean keep(Draft draft) {
        if (draft.orders().isEmpty()) {
            return inTransaction(() -> isUnchanged(draft) && empty(draft));
        }
        RoutePlan plan = search(draft);
        return inTransaction(() -> isUnchanged(draft) && store(draft, plan));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private Draft draft(UUID run) {
        RunRow row = runs.find(run).orElseThrow(() -> Refusal.notFound("delivery run"));
        List<TourView> open = row.state() == RunState.APPROVED
                ? tours.ofRun(run).stream()
                        .filter(tour -> tour.state().isOpen())
                        .toList()
                : List.of();
        return new Draft(row, runs.waiting(row.slot()), open, runs.vehicles(), runs.place(Location.STORE));
    }

    private boolean isUnchanged(Draft draft) {
        runs.lock(draft.run().id());
        return draft(draft.run().id()).isSameAs(draft);
    }

    private RoutePlan search(Draft draft) {
        List<Vehicle> vehicles = draft.vehicles().isEmpty() ? List.of(Vehicle.ANY) : draft.vehicles();
        RoutePlan plan = planner.plan(problem(draft, vehicles), progress -> {});
        boolean isTooBig = plan.tours().isEmpty() && draft.tours().isEmpty();
        return isTooBig ? planner.plan(problem(draft, List.of(Vehicle.ANY)), progress -> {}) : plan;
    }

    private RouteProblem problem(Draft draft, List<Vehicle> vehicles) {
        RunRow run = draft.run();
        Instant usual = run.slotStartsAt().minus(settings.leaveAhead());
        Instant departure = usual.isAfter(clock.instant()) ? usual : clock.instant();
        Instant slotEnd = run.slotEndsAt();
        Duration behind = departure.isAfter(slotEnd) ? Duration.between(slotEnd, departure) : Duration.ZERO;
        Instant back = slotEnd.plus(behind).plus(settings.overtime());
        GeoPoint depot = draft.depot().orElseGet(() -> somewhere(draft));
        List<RouteStop> stops =
                draft.orders().stream().map(order -> stop(order, run, depot)).toList();
        List<RouteVehicle> fleet = draft.run().state() == RunState.APPROVED
                ? draft.tours().stream()
                        .map(tour -> vehicle(tour.id().toString(), of(tour), depot, departure, back))
                        .toList()
                : IntStream.range(0, vehicles.size())
                        .mapToObj(n -> vehicle(Integer.toString(n), vehicles.get(n), depot, departure, back))
                        .toList();
        long seed = run.id().getLeastSignificantBits() + run.plans();
        return new RouteProblem(
                stops, fleet, departure, seed, settings.planningTime(), behind.plus(settings.overtime()), 0);
    }

    private static Vehicle of(TourView tour) {
        return new Vehicle(tour.vehicle(), tour.profile(), tour.weightGrams(), tour.boxes());
    }

    private static GeoPoint somewhere(Draft draft) {
        return draft.orders().stream()
                .flatMap(order -> Stream.ofNullable(order.at()))
                .findFirst()
                .orElse(new GeoPoint(0, 0));
    }

    /** Where it goes is not known: planned as if it were next door, so that somebody takes it along and asks. */
    private RouteStop stop(OpenOrder order, RunRow run, GeoPoint depot) {
        GeoPoint at = order.at();
        return new RouteStop(
                order.id().toString(),
                at == null ? depot : at,
                run.slotStartsAt(),
                run.slotEndsAt(),
                settings.atTheDoor(),
                order.weightGrams(),
                order.boxes(),
                order.isRetry() ? 2 : 1);
    }

    private RouteVehicle vehicle(String id, Vehicle vehicle, GeoPoint depot, Instant from, Instant back) {
        return new RouteVehicle(
                id,
                vehicle.profile(),
                depot,
                depot,
                from,
                back,
                vehicle.weightGrams(),
                vehicle.boxes(),
                List.of(),
                settings.trips(),
                List.of(),
                vehicle.profile() == Profile.SCOOTER ? Costs.USUAL : settings.vanCosts());
    }

    private boolean store(Draft draft, RoutePlan plan) {
        RunRow run = draft.run();
        tours.clear(run.id(), draft.orders().stream().map(OpenOrder::id).toList());
        runs.planned(run, plan, clock.instant());
        if (run.state() == RunState.APPROVED) {
            refill(draft, plan);
        } else {
            replace(draft, plan);
        }
        changes.announce(Runs.TOPIC);
        changes.announce("tasks");
        return true;
    }

    private void replace(Draft draft, RoutePlan plan) {
        UUID run = draft.run().id();
        List<String> before = tours.ofRun(run).stream()
                .map(tour -> tour.driver() == null ? "" : tour.driver())
                .toList();
        tours.deletePlanned(run);
        Drivers drivers = new Drivers(staff.withRole(Role.DRIVER), tours.load());
        List<Vehicle> vehicles = draft.vehicles();
        int number = 1;
        for (Tour planned : plan.tours()) {
            int n = Integer.parseInt(planned.vehicle());
            UUID id = tours.insert(run, number, n < vehicles.size() ? vehicles.get(n) : Vehicle.ANY, planned);
            tours.fill(id, planned);
            drivers.next(number <= before.size() ? before.get(number - 1) : "")
                    .ifPresent(driver -> tours.give(id, driver.id()));
            number++;
        }
    }

    private void refill(Draft draft, RoutePlan plan) {
        Map<String, Tour> byTour = plan.tours().stream().collect(Collectors.toMap(Tour::vehicle, planned -> planned));
        for (TourView tour : draft.tours()) {
            Tour planned = byTour.get(tour.id().toString());
            if (planned == null) {
                drop(tour.id());
            } else {
                tours.fill(tour.id(), planned);
            }
        }
        if (byTour.size() < draft.tours().size()) {
            facts.tourLeft(draft.run().id());
        }
    }

    private boolean empty(Draft draft) {
        UUID run = draft.run().id();
        tours.clear(run, List.of());
        if (draft.run().state() == RunState.APPROVED) {
            draft.tours().forEach(tour -> drop(tour.id()));
            facts.tourLeft(run);
        } else {
            tours.deletePlanned(run);
            runs.turnInto(run, RunState.EMPTY, clock.instant());
            facts.tell(run, ProcessMessages.RUN_EMPTIED, "", Map.of());
        }
        return true;
    }

    private void drop(UUID tour) {
        tours.drop(tour);
        facts.tell(tour, ProcessMessages.TOUR_DROPPED, "", Map.of());
    }

    /** Who drives: as before, else whoever has the fewest tours. */
    private static final class Drivers {

        private final List<Staff> free;
        private final Map<UUID, Integer> load;

        Drivers(List<Staff> drivers, Map<UUID, Integer> load) {
            this.free = new ArrayList<>(drivers);
            this.load = new HashMap<>(load);
        }

        Optional<Staff> next(String before) {
            Optional<Staff> next = free.stream()
                    .filter(driver -> driver.login().equals(before))
                    .findFirst()
                    .or(() -> free.stream()
                            .min(Comparator.comparing((Staff driver) -> load.getOrDefault(driver.id(), 0))
                                    .thenComparing(Staff::login)));
            next.ifPresent(driver -> load.merge(driver.id(), 1, Integer::sum));
            return next;
        }
    }
}
