package app.orchard.watch;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks from time to time, says so when something begins to stand still, and lets the health page ask for attention.
 * The application itself is well meanwhile: nobody should restart it for this.
 */
@Component("standstills")
class Watchdog implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private final Watch watch;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final WakefulLoop loop = new WakefulLoop("watchdog", BETWEEN_LOOKS, this::look);
    private volatile List<Standstill> seen = List.of();

    Watchdog(Watch watch, Changes changes, TransactionTemplate transaction) {
        this.watch = watch;
        this.changes = changes;
        this.transaction = transaction;
    }

    void look() {
        List<Standstill> found = watch.standstills();
        Set<Standstill> news = new HashSet<>(found);
        seen.forEach(news::remove);
        news.forEach(standstill -> log.warn("{} {}", standstill.sentence(), standstill.advice()));
        if (!found.equals(seen)) {
            seen = found;
            transaction.executeWithoutResult(status -> changes.announce(Watch.TOPIC));
        }
    }

    @Override
    public Health health() {
        List<Standstill> now = seen;
        return now.isEmpty()
                ? Health.up().build()
                : Health.status("ATTENTION")
                        .withDetail("standstills", now.size())
                        .withDetail("first", now.getFirst().sentence())
                        .build();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
