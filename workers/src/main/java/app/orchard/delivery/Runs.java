package app.orchard.delivery;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.order.OrderAwaitsDelivery;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivery runs: the orders of a slot that leave together. Which orders wait for a run is what their slot and status say,
 * nothing else; a plan gives each of them its place in a tour.
 */
@Service
@Transactional
public class Runs {

    /** Announced when a run, a tour or a plan changed. */
    public static final String TOPIC = "runs";

    private static final Duration SHOWN_AFTER_THE_END = Duration.ofDays(2);

    private final RunTable runs;
    private final TourTable tours;
    private final StaffAccounts staff;
    private final Engine engine;
    private final Changes changes;
    private final Clock clock;

    Runs(RunTable runs, TourTable tours, StaffAccounts staff, Engine engine, Changes changes, Clock clock) {
        this.runs = runs;
        this.tours = tours;
        this.staff = staff;
        this.engine = engine;
        this.changes = changes;
        this.clock = clock;
    }

    /** The first confirmed order of a slot opens its run. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OrderAwaitsDelivery order) {
        open(order.slot());
    }

    /** Those that have not ended by slot, then those that ended in the last two days. */
    @Transactional(readOnly = true)
    public List<RunRow> all(Staff by) {
        by.require(Role.FOUNDER);
        return runs.all(clock.instant().minus(SHOWN_AFTER_THE_END));
    }

    /** @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public RunView get(UUID run, Staff by) {
        by.require(Role.FOUNDER);
        return runs.view(run, tours.ofRun(run)).orElseThrow(() -> Refusal.notFound("delivery run"));
    }

    /** Plans it now, before the time to order is over. Later: changes nothing. */
    public void close(UUID run, Staff by) {
        by.require(Role.FOUNDER);
        RunRow found = locked(run);
        if (found.state() == RunState.COLLECTING) {
            runs.close(run, clock.instant());
            tell(run, ProcessMessages.RUN_CLOSED, "", Map.of());
        }
    }

    /** @throws Refusal CONFLICT {@code tour-left}; INVALID {@code bad-driver} */
    public void give(UUID tour, String driverLogin, Staff by) {
        by.require(Role.FOUNDER);
        TourView given = planned(tour);
        tours.give(given.id(), driver(driverLogin).id());
        changes.announce(TOPIC);
    }

    /**
     * Lets a stop be another one in the order of its tour.
     *
     * @param place from 1
     * @throws Refusal CONFLICT {@code tour-left}; NOT_FOUND when the order is not in this tour
     */
    public void moveStop(UUID tour, OrderId order, int place, Staff by) {
        by.require(Role.FOUNDER);
        List<OrderId> inOrder = new ArrayList<>(
                planned(tour).stops().stream().map(PlannedStop::order).toList());
        if (!inOrder.remove(order)) {
            throw Refusal.notFound("stop");
        }
        inOrder.add(Math.clamp(place, 1, inOrder.size() + 1) - 1, order);
        for (int i = 0; i < inOrder.size(); i++) {
            tours.place(tour, inOrder.get(i), i + 1);
        }
        changes.announce(TOPIC);
    }

    /**
     * Gives the tours to their drivers.
     *
     * @param driverLogin of the only tour; null keeps the drivers of the plan
     * @return the tours
     * @throws Refusal CONFLICT {@code run-approved} or {@code nothing-planned}; INVALID {@code bad-driver}
     */
    List<TourView> approve(UUID run, @Nullable String driverLogin, Staff by) {
        by.require(Role.FOUNDER);
        RunRow found = locked(run);
        if (found.state() != RunState.PLANNED) {
            throw Refusal.conflict("run-" + word(found).replace(' ', '-'), "This run is " + word(found) + " by now.");
        }
        List<TourView> planned = tours.ofRun(run);
        if (planned.isEmpty()) {
            throw Refusal.conflict(
                    "nothing-planned",
                    "No order of this run has a place in a tour. Look at the reasons, and plan again.");
        }
        if (driverLogin != null) {
            giveOnly(planned, driver(driverLogin));
        } else if (planned.stream().anyMatch(tour -> tour.driver() == null)) {
            throw Refusal.invalid("bad-driver", "Please choose a driver for each tour.");
        }
        tours.approve(run);
        runs.approve(run, by.id(), clock.instant());
        changes.announce(TOPIC);
        return tours.ofRun(run);
    }

    private void giveOnly(List<TourView> planned, Staff driver) {
        if (planned.size() > 1) {
            throw Refusal.invalid(
                    "bad-driver", "This run has several tours: please choose their drivers on the page of the run.");
        }
        tours.give(planned.getFirst().id(), driver.id());
    }

    /** All its drivers are back. Again: changes nothing. */
    void settle(UUID run) {
        if (locked(run).state() == RunState.UNDER_WAY) {
            runs.driversAreBack(run, clock.instant());
            tourIsBack(run);
        }
    }

    /** What another driver took over can come back after everybody else, or when somebody else does: the last one sees all. */
    void tourIsBack(UUID run) {
        runs.lock(run);
        if (runs.settle(run, clock.instant())) {
            changes.announce(TOPIC);
        }
    }

    void reportDelay(UUID run, String step) {
        runs.isLate(run, step);
        changes.announce(TOPIC);
    }

    /** A tour of it left or was dropped, and it is locked: what still waits when the last one has left gets another run. */
    void tourLeft(UUID run) {
        if (tours.allHaveLeft(run)) {
            RunRow left = runs.find(run).orElseThrow();
            runs.turnInto(run, RunState.UNDER_WAY, null);
            if (!runs.waiting(left.slot()).isEmpty()) {
                open(left.slot());
            }
        }
        changes.announce(TOPIC);
    }

    void open(UUID slot) {
        while (!runs.keepTaking(slot)) {
            Optional<UUID> opened = runs.open(slot, clock.instant());
            if (opened.isPresent()) {
                start(runs.find(opened.get()).orElseThrow());
                return;
            }
        }
    }

    private void start(RunRow run) {
        String id = run.id().toString();
        tell(
                run.id(),
                ProcessMessages.RUN_OPENED,
                "",
                Map.of(
                        "runId", id,
                        "subject", id,
                        "plansAt", run.plansAt().toString(),
                        "slotStartsAt", run.slotStartsAt().toString(),
                        "slotEndsAt", run.slotEndsAt().toString()));
    }

    /** Tells the process of a run or tour; its id is the key. */
    void tell(UUID subject, String message, String occasion, Map<String, Object> variables) {
        String key = subject.toString();
        engine.publish(new EngineMessage(message, key, message + ":" + key + occasion, variables, key));
        changes.announce(TOPIC);
    }

    private RunRow locked(UUID run) {
        runs.lock(run);
        return runs.find(run).orElseThrow(() -> Refusal.notFound("delivery run"));
    }

    private TourView planned(UUID tour) {
        TourView known = tours.find(tour).orElseThrow(() -> Refusal.notFound("tour"));
        runs.lock(known.run());
        return tours.find(tour)
                .filter(now -> now.state() == TourState.PLANNED)
                .orElseThrow(() -> Refusal.conflict("tour-left", "This tour was given to its driver already."));
    }

    private Staff driver(String login) {
        return staff.byLogin(login)
                .filter(known -> known.is(Role.DRIVER))
                .orElseThrow(() -> Refusal.invalid("bad-driver", "Please choose one of the drivers."));
    }

    private static String word(RunRow run) {
        return switch (run.state()) {
            case COLLECTING -> "not planned";
            case PLANNED -> "planned";
            case APPROVED -> "approved";
            case UNDER_WAY -> "on the road";
            case SETTLED -> "settled";
            case EMPTY -> "empty";
        };
    }
}
