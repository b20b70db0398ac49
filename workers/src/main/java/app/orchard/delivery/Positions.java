package app.orchard.delivery;

import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where drivers are, as their phones say. Taken from nobody but the driver of a tour, only while it is on the road, and
 * forgotten after thirty days.
 */
@Service
public class Positions {

    /** Announced when somebody was seen, and when it was reckoned anew when they arrive. */
    public static final String TOPIC = "arrivals";

    /** How wrong the clock of a phone may be. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final PositionTable table;
    private final TourTable tours;
    private final Arrivals arrivals;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Positions(
            PositionTable table,
            TourTable tours,
            Arrivals arrivals,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.tours = tours;
        this.arrivals = arrivals;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Those of before its start are left out; the same ones again change nothing. The times of arrival follow.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN for another's tour; CONFLICT {@code not-on-the-road}
     */
    public void report(UUID tour, List<Position> positions, Staff by) {
        by.require(Role.DRIVER);
        TourView known = tours.find(tour).orElseThrow(() -> Refusal.notFound("tour"));
        if (!known.isDrivenBy(by.login())) {
            throw Refusal.forbidden("Only its driver says where a tour is.");
        }
        if (known.state() != TourState.STARTED) {
            throw Refusal.conflict("not-on-the-road", "This tour is not on the road.");
        }
        Instant now = clock.instant();
        List<Position> kept = positions.stream()
                .filter(position -> position.when().isAfter(now.minus(settings.keepPositions())))
                .map(position -> notAhead(position, now.plus(AHEAD)))
                .toList();
        transaction.executeWithoutResult(status -> kept.forEach(position -> table.add(tour, position)));
        arrivals.reckon(tour);
    }

    private static Position notAhead(Position position, Instant latest) {
        return position.when().isAfter(latest)
                ? new Position(position.at(), position.accuracyMetres(), latest)
                : position;
    }

    /** Where the drivers of a run on the road were seen last, by tour; those who were seen lately only. */
    public Map<UUID, Position> of(UUID run, Staff by) {
        by.require(Role.FOUNDER);
        return table.lastOf(run, clock.instant().minus(Approaches.FRESH));
    }

    @Scheduled(cron = "0 23 3 * * *")
    void forgetOld() {
        table.forget(clock.instant().minus(settings.keepPositions()));
    }
}
