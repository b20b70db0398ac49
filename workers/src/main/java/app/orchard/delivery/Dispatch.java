package app.orchard.delivery;

import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What is changed while tours are on the road: never what is done, only the rest. */
@Service
public class Dispatch {

    private final TourTable tours;
    private final TourChanges changes;
    private final RestPlanning planning;

    Dispatch(TourTable tours, TourChanges changes, RestPlanning planning) {
        this.tours = tours;
        this.changes = changes;
        this.planning = planning;
    }

    /**
     * Gives a stop to another driver. On the road it goes to the tour that they are on, else to a new one; before, to their
     * tour of the same run.
     *
     * @throws Refusal NOT_FOUND; INVALID {@code bad-driver}; CONFLICT {@code same-driver}, {@code stop-ended},
     *     {@code no-tour} or {@code tour-left}
     */
    public void giveStop(UUID tour, OrderId order, String driver, Staff by) {
        by.require(Role.FOUNDER);
        TourView from = get(tour);
        if (from.state().isOpen()) {
            changes.move(tour, order, driver, by);
        } else {
            requireOnTheRoad(from);
            planning.plan(changes.handOver(tour, order, driver, by));
        }
    }

    /**
     * The vehicle is broken, say: another driver brings the rest, with the tour that they are on or a new one. This one is
     * finished with what was done.
     *
     * @throws Refusal NOT_FOUND; INVALID {@code bad-driver}; CONFLICT {@code same-driver}, {@code stop-ended} or
     *     {@code not-on-the-road}
     */
    public void handOver(UUID tour, String driver, Staff by) {
        by.require(Role.FOUNDER);
        requireOnTheRoad(get(tour));
        planning.plan(changes.handOverRest(tour, driver, by));
    }

    /**
     * Finds a better order for the rest of a tour, from where its driver is.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for another's; CONFLICT {@code not-on-the-road}
     */
    public void replan(UUID tour, Staff by) {
        by.require(Role.DRIVER);
        TourView known = get(tour);
        if (!known.isDrivenBy(by.login())) {
            by.require(Role.FOUNDER);
        }
        requireOnTheRoad(known);
        planning.plan(tour);
    }

    private TourView get(UUID tour) {
        return tours.find(tour).orElseThrow(() -> Refusal.notFound("tour"));
    }

    private static void requireOnTheRoad(TourView tour) {
        if (tour.state() != TourState.STARTED) {
            throw Refusal.conflict("not-on-the-road", "This tour is not on the road.");
        }
    }
}
