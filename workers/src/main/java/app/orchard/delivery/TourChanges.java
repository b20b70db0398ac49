package app.orchard.delivery;

import app.orchard.order.OrderSteps;
import app.orchard.processes.Elements;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops that go from one driver to another, each change in one transaction. */
@Service
@Transactional
class TourChanges {

    private final TourTable tours;
    private final RoadTable road;
    private final RunTable runs;
    private final Tours facts;
    private final Runs run;
    private final OrderSteps orders;
    private final Tasks tasks;
    private final StaffAccounts staff;
    private final Changes changes;
    private final Clock clock;

    TourChanges(
            TourTable tours,
            RoadTable road,
            RunTable runs,
            Tours facts,
            Runs run,
            OrderSteps orders,
            Tasks tasks,
            StaffAccounts staff,
            Changes changes,
            Clock clock) {
        this.tours = tours;
        this.road = road;
        this.runs = runs;
        this.facts = facts;
        this.run = run;
        this.orders = orders;
        this.tasks = tasks;
        this.staff = staff;
        this.changes = changes;
        this.clock = clock;
    }

    /** One that is on board of a tour on the road. @return the tour that brings it now */
    UUID handOver(UUID tour, OrderId order, String driverLogin, Staff by) {
        return handOver(facts.get(tour), List.of(order), driver(driverLogin), by);
    }

    /** Everything that is still on board; the tour is finished with that. @return the tour that brings it now */
    UUID handOverRest(UUID tour, String driverLogin, Staff by) {
        TourView from = facts.get(tour);
        List<OrderId> rest = from.stops().stream()
                .filter(stop -> stop.state() == StopState.ON_THE_WAY)
                .map(PlannedStop::order)
                .toList();
        return handOver(from, rest, driver(driverLogin), by);
    }

    private UUID handOver(TourView from, List<OrderId> wanted, Staff driver, Staff by) {
        refuseSame(from, driver);
        // Tasks before orders before tours, in the order of their ids, as everywhere
        List<OrderId> inOrder =
                wanted.stream().sorted(Comparator.comparing(OrderId::toString)).toList();
        inOrder.forEach(order -> tasks.assign(Elements.DELIVER_ORDER, order, driver.login()));
        List<OrderId> onTheWay = inOrder.stream()
                .filter(order -> orders.changeDriver(order, from.driverName(), driver.name(), by))
                .toList();
        UUID to = target(from, driver);
        Instant now = clock.instant();
        List<OrderId> taken = onTheWay.stream()
                .filter(order -> road.handOver(order, from.id(), to, now))
                .toList();
        // Whatever was written for those that were not is undone with the refusal
        if (taken.isEmpty() || taken.size() < onTheWay.size()) {
            throw Refusal.conflict("stop-ended", "That stop has ended, or somebody else has it by now.");
        }
        // Once more: a task may have appeared meanwhile, for the driver that the order had until now
        taken.forEach(order -> tasks.assign(Elements.DELIVER_ORDER, order, driver.login()));
        facts.finishIfDone(from.id());
        changes.announce(Runs.TOPIC);
        return to;
    }

    /** The tour that the driver is on the road with, else a new one; both are locked. */
    private UUID target(TourView from, Staff driver) {
        road.lock(Stream.concat(Stream.of(from.id()), road.startedBy(driver.id()).stream()));
        return road.startedBy(driver.id()).orElseGet(() -> {
            runs.lock(from.run());
            return road.startedBy(driver.id()).orElseGet(() -> begin(from, driver));
        });
    }

    private UUID begin(TourView from, Staff driver) {
        UUID tour = road.begin(from.run(), vehicle(from), driver.id(), clock.instant());
        RunRow slot = runs.find(from.run()).orElseThrow();
        run.tell(
                tour,
                ProcessMessages.TOUR_TAKEN_OVER,
                "",
                Map.of(
                        "tourId", tour.toString(),
                        "subject", tour.toString(),
                        "driver", driver.login(),
                        "slotStartsAt", slot.slotStartsAt().toString(),
                        "slotEndsAt", slot.slotEndsAt().toString()));
        return tour;
    }

    /** One that no other tour of the run goes with. */
    private Vehicle vehicle(TourView from) {
        List<String> gone =
                tours.ofRun(from.run()).stream().map(TourView::vehicle).toList();
        return runs.vehicles().stream()
                .filter(vehicle -> !gone.contains(vehicle.name()))
                .findFirst()
                .orElse(Vehicle.ANY);
    }

    /** One that has not left. */
    void move(UUID tour, OrderId order, String driverLogin, Staff by) {
        by.require(Role.FOUNDER);
        Staff driver = driver(driverLogin);
        UUID runId = facts.get(tour).run();
        runs.lock(runId);
        TourView from = facts.get(tour);
        refuseSame(from, driver);
        TourView to = tours.ofRun(runId).stream()
                .filter(other -> other.state().isOpen() && other.isDrivenBy(driver.login()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "no-tour", driver.name() + " has no tour in this run that can still take something along."));
        if (!from.state().isOpen()) {
            throw Refusal.conflict("tour-left", "This tour has left. Please look again.");
        }
        if (!road.move(order, tour, to.id())) {
            throw Refusal.notFound("stop");
        }
        if (from.stops().size() == 1) {
            giveUp(from);
        }
        changes.announce(Runs.TOPIC);
        changes.announce("tasks");
    }

    private void giveUp(TourView empty) {
        if (empty.state() == TourState.PLANNED) {
            road.delete(empty.id());
        } else {
            tours.drop(empty.id());
            run.tell(empty.id(), ProcessMessages.TOUR_DROPPED, "", Map.of());
            run.tourLeft(empty.run());
        }
    }

    private static void refuseSame(TourView from, Staff driver) {
        if (from.isDrivenBy(driver.login())) {
            throw Refusal.conflict("same-driver", driver.name() + " has it already.");
        }
    }

    private Staff driver(String login) {
        return staff.byLogin(login)
                .filter(known -> known.is(Role.DRIVER))
                .orElseThrow(() -> Refusal.invalid("bad-driver", "Please choose one of the drivers."));
    }
}
