package app.orchard.delivery;

import app.orchard.order.OrderSteps;
import app.orchard.routing.TravelTimes;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a tour on the road can be at each of its doors, and what their customers are told of it: that the driver is
 * near, that it gets late, each once.
 */
@Component
class Arrivals {

    /** Whoever was seen longer ago is not said to be near. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CourseTable courses;
    private final OrderSteps orders;
    private final TravelTimes times;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Changes changes;
    private final Clock clock;

    Arrivals(
            CourseTable courses,
            OrderSteps orders,
            TravelTimes times,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Changes changes,
            Clock clock) {
        this.courses = courses;
        this.orders = orders;
        this.times = times;
        this.settings = settings;
        this.transaction = transaction;
        this.changes = changes;
        this.clock = clock;
    }

    /** Of a tour that is not on the road: changes nothing. */
    void reckon(UUID tour) {
        courses.find(tour).ifPresent(course -> reckon(tour, course));
    }

    private void reckon(UUID tour, Course course) {
        Instant now = clock.instant();
        Map<OrderId, Instant> arrivals = course.arrivals(now, settings.atTheDoor(), times);
        transaction.executeWithoutResult(status -> {
            courses.expect(tour, arrivals);
            arrivals.keySet().forEach(order -> changes.announce("order:" + order));
            changes.announce(Positions.TOPIC);
        });
        for (DoorAhead door : course.doors()) {
            Instant arrives = Optional.ofNullable(arrivals.get(door.order())).orElse(now);
            if (isNear(course, door, arrives, now)) {
                tellNear(tour, door.order(), course.driver(), arrives);
            }
            if (isLate(door, arrives)) {
                tellLate(tour, door.order());
            }
        }
    }

    private boolean isNear(Course course, DoorAhead door, Instant arrives, Instant now) {
        return !door.isToldNear()
                && course.isSeenByPhone()
                && course.seen().isAfter(now.minus(FRESH))
                && !arrives.isAfter(now.plus(settings.nearWithin()));
    }

    private boolean isLate(DoorAhead door, Instant arrives) {
        return !door.isToldLate() && arrives.isAfter(door.until().plus(settings.lateAfter()));
    }

    private void tellNear(UUID tour, OrderId order, String driver, Instant arrives) {
        // The order before its stop, as everywhere
        transaction.executeWithoutResult(status -> {
            orders.driverIsNear(order, driver, arrives);
            if (!courses.toldNear(tour, order, clock.instant())) {
                status.setRollbackOnly();
            }
        });
    }

    private void tellLate(UUID tour, OrderId order) {
        transaction.executeWithoutResult(status -> {
            orders.reportDelay(order, "arrival");
            if (!courses.toldLate(tour, order, clock.instant())) {
                status.setRollbackOnly();
            }
        });
    }
}
