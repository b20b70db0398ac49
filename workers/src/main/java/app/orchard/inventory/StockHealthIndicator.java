package app.orchard.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** {@code stock} of the health page: whether all counts are the sums of the ledger, looked up once a minute at most. */
@Component
class StockHealthIndicator extends AbstractHealthIndicator {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final int MOST_SHOWN = 20;

    private final Inventory inventory;
    private final Clock clock;
    private @Nullable Finding latest;

    StockHealthIndicator(Inventory inventory, Clock clock) {
        super("The sums of stock could not be checked.");
        this.inventory = inventory;
        this.clock = clock;
    }

    private record Finding(List<StockLevel> wrong, Instant at) {}

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<StockLevel> wrong = wrong();
        if (wrong.isEmpty()) {
            health.up();
        } else {
            health.down()
                    .withDetail("reason", "Counts of stock are not the sums of their movements.")
                    .withDetail("lots", wrong.size())
                    .withDetail("first", wrong.stream().limit(MOST_SHOWN).toList());
        }
    }

    private synchronized List<StockLevel> wrong() {
        Finding known = latest;
        if (known == null || known.at().plus(KNOWN_FOR).isBefore(clock.instant())) {
            known = new Finding(inventory.disagreements(), clock.instant());
            latest = known;
        }
        return known.wrong();
    }
}
