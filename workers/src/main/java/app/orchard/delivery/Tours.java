package app.orchard.delivery;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.order.OrderSteps;
import app.orchard.order.Timeline;
import app.orchard.processes.ProcessMessages;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.CashHandedOver;
import app.orchard.settlement.Count;
import app.orchard.shared.Changes;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a driver does with a tour: start, stop after stop, come back. Drivers see and start only their own. */
@Service
@Transactional
public class Tours {

    private final TourTable tours;
    private final RunTable runTable;
    private final Runs runs;
    private final OrderSteps orders;
    private final Timeline timeline;
    private final Proofs proofs;
    private final CashCustody cash;
    private final StaffAccounts staff;
    private final DeliverySettings settings;
    private final Engine engine;
    private final Changes changes;
    private final Clock clock;

    Tours(
            TourTable tours,
            RunTable runTable,
            Runs runs,
            OrderSteps orders,
            Timeline timeline,
            Proofs proofs,
            CashCustody cash,
            StaffAccounts staff,
            DeliverySettings settings,
            Engine engine,
            Changes changes,
            Clock clock) {
        this.tours = tours;
        this.runTable = runTable;
        this.runs = runs;
        this.orders = orders;
        this.timeline = timeline;
        this.proofs = proofs;
        this.cash = cash;
        this.staff = staff;
        this.settings = settings;
        this.engine = engine;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those given to them that are not finished; those on the road first. */
    @Transactional(readOnly = true)
    public List<TourView> of(Staff driver) {
        driver.require(Role.DRIVER);
        return tours.ofDriver(driver.id());
    }

    /** @throws Refusal NOT_FOUND; FORBIDDEN for another's */
    @Transactional(readOnly = true)
    public TourView get(UUID tour, Staff by) {
        by.require(Role.DRIVER);
        TourView found = get(tour);
        if (!found.isDrivenBy(by.login())) {
            by.require(Role.FOUNDER);
        }
        return found;
    }

    /**
     * Takes along what is packed; the rest is left behind and goes with another tour.
     *
     * @throws Refusal CONFLICT {@code nothing-packed}, {@code tour-changed}, or when it has left; FORBIDDEN for another's
     */
    public void start(UUID tour, Staff by) {
        by.require(Role.DRIVER);
        TourView known = get(tour);
        if (!known.isDrivenBy(by.login())) {
            by.require(Role.FOUNDER);
        }
        // Orders before the run, in the order of their ids, as everywhere
        List<OrderId> planned = tours.planned(tour);
        List<OrderId> taken = planned.stream()
                .filter(order -> orders.dispatch(order, known.driverName()))
                .toList();
        runTable.lock(known.run());
        requireUnchanged(tour, planned);
        if (taken.isEmpty()) {
            throw Refusal.conflict("nothing-packed", "Nothing of this tour is packed yet.");
        }
        leave(known, planned, taken);
    }

    private void requireUnchanged(UUID tour, List<OrderId> planned) {
        TourView now = get(tour);
        if (now.state() != TourState.APPROVED) {
            throw Refusal.conflict("tour-left", "This tour has left already, or is no longer needed.");
        }
        if (!tours.planned(tour).equals(planned)) {
            throw Refusal.conflict("tour-changed", "The plan of this tour changed a moment ago. Please look again.");
        }
    }

    private void leave(TourView tour, List<OrderId> planned, List<OrderId> taken) {
        Instant now = clock.instant();
        tours.start(tour.id(), taken, now);
        for (OrderId order : taken) {
            int attempt = tours.attempt(order, tour.id(), now);
            proofs.arrange(order, attempt);
            dispatched(order, attempt, tour);
        }
        planned.stream()
                .filter(order -> !taken.contains(order))
                .forEach(order -> timeline.add(
                        order,
                        "left-behind",
                        Timeline.SYSTEM,
                        "Not packed when " + tour.driverName() + " left; it goes with another tour."));
        runs.tourLeft(tour.run());
    }

    private void dispatched(OrderId order, int attempt, TourView tour) {
        String key = order.toString();
        engine.publish(new EngineMessage(
                ProcessMessages.DELIVERY_DISPATCHED,
                key,
                ProcessMessages.DELIVERY_DISPATCHED + ":" + key + ":" + attempt,
                Map.of("driver", String.valueOf(tour.driver())),
                key));
    }

    /** A stop has ended; with the last one the tour is finished. */
    void ended(OrderId order, StopState how, Money collected) {
        UUID tour = tours.end(order, how, collected, clock.instant()).orElseThrow();
        tours.lock(tour);
        finishIfDone(tour);
        changes.announce(Runs.TOPIC);
    }

    /** It is locked. */
    void finishIfDone(UUID tour) {
        TourView now = get(tour);
        if (now.stops().stream().noneMatch(stop -> stop.state() == StopState.ON_THE_WAY)) {
            finish(now);
        }
    }

    private void finish(TourView tour) {
        boolean isToCount = tour.collected().isPositive() && carried(tour).isPositive();
        tours.finish(tour.id(), !isToCount, clock.instant());
        runs.tell(
                tour.id(),
                ProcessMessages.TOUR_FINISHED,
                "",
                Map.of(
                        "cashCollected",
                        isToCount,
                        "countBy",
                        clock.instant().plus(settings.countWithin()).toString()));
        runs.tourIsBack(tour.run());
    }

    /** What the driver of a tour carries, of this tour and others. */
    Money carried(TourView tour) {
        return cash.carriedBy(driver(tour));
    }

    /** Somebody else counted what the driver carries. If nothing is left to count: changes nothing. */
    void count(UUID tour, Money counted, String note, Staff by) {
        TourView back = get(tour);
        Money carried = carried(back);
        if (carried.isPositive()) {
            cash.handOver(new Count(driver(back).id(), carried, counted, note, "tour:" + tour), by);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CashHandedOver cash) {
        tours.count(cash.from(), clock.instant()).stream().map(this::get).forEach(this::counted);
    }

    private void counted(TourView tour) {
        runs.tell(tour.id(), ProcessMessages.TOUR_CASH_COUNTED, "", Map.of());
        runs.tourIsBack(tour.run());
    }

    void reportDelay(UUID tour, String step) {
        tours.isLate(tour, step);
        changes.announce(Runs.TOPIC);
    }

    TourView get(UUID tour) {
        return tours.find(tour).orElseThrow(() -> Refusal.notFound("tour"));
    }

    private Staff driver(TourView tour) {
        return staff.byLogin(String.valueOf(tour.driver())).orElseThrow(() -> Refusal.notFound("driver"));
    }
}
