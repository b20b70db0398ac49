package app.orchard.engine;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox: one command at a time per ordering key, few at a time in all, by one process of the
 * application at a time. When the engine is busy or away it waits with everything, and tries with one command first.
 */
@Component
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class OutboxSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final long LOCK = 0x0A11_0B0CL;
    private static final int IN_FLIGHT = 24;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration REFUSED_PAUSE = Duration.ofSeconds(1);
    private static final int REFUSED_DOUBLINGS = 6;
    private static final Duration KEEP_SENT = Duration.ofDays(7);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Outbox outbox;
    private final Broker broker;
    private final Deployment deployment;
    private final Clock clock;
    private final Leadership leadership;
    private final Set<String> busyKeys = ConcurrentHashMap.newKeySet();
    private final WakefulLoop loop = new WakefulLoop("outbox-sender", Duration.ofMillis(500), this::round);
    private volatile Duration pause = Duration.ZERO;
    private volatile long pausedUntilNanos = System.nanoTime();
    private Instant tidied = Instant.EPOCH;

    OutboxSender(
            Outbox outbox, Broker broker, Deployment deployment, Clock clock, Changes changes, DataSource dataSource) {
        this.outbox = outbox;
        this.broker = broker;
        this.deployment = deployment;
        this.clock = clock;
        this.leadership = new Leadership(dataSource, LOCK);
        changes.subscribe(Outbox.TOPIC::equals, topic -> loop.wake());
    }

    private void round() {
        // A message that starts a process is lost on an engine that does not know the process yet.
        if (!deployment.done() || System.nanoTime() < pausedUntilNanos || !leads()) {
            return;
        }
        int atOnce = pause.isZero() ? IN_FLIGHT : 1;
        int free = atOnce - busyKeys.size();
        if (free > 0) {
            outbox.due(free, busyKeys).forEach(this::sendAside);
        }
        tidyUp();
    }

    private boolean leads() {
        try {
            return leadership.held();
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox waits for the database", e);
        }
    }

    private void sendAside(PendingCommand pending) {
        busyKeys.add(pending.orderingKey());
        Thread.ofVirtual().name("outbox-" + pending.id()).start(() -> {
            try {
                note(pending, broker.send(pending));
            } catch (RuntimeException failure) {
                log.warn("Command {} is sent again: {}", pending.id(), failure.toString());
                pauseAll();
            } finally {
                busyKeys.remove(pending.orderingKey());
                loop.wake();
            }
        });
    }

    private void note(PendingCommand pending, Answer answer) {
        switch (answer) {
            case Answer.Taken taken -> {
                outbox.sent(pending.id());
                goOn();
            }
            case Answer.Busy busy -> {
                if (pause.isZero()) {
                    log.warn("The engine does not take commands now, they wait: {}", busy.reason());
                }
                pauseAll();
            }
            case Answer.Refused refused -> {
                log.warn("The engine refuses {}: {}", pending.command(), refused.reason());
                int doublings = Math.min(pending.attempts(), REFUSED_DOUBLINGS);
                outbox.refused(pending, refused.reason(), REFUSED_PAUSE.multipliedBy(1L << doublings));
            }
        }
    }

    private synchronized void goOn() {
        if (!pause.isZero()) {
            log.info("The engine takes commands again");
        }
        pause = Duration.ZERO;
    }

    private synchronized void pauseAll() {
        if (System.nanoTime() >= pausedUntilNanos) {
            Duration longer = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            pausedUntilNanos = System.nanoTime() + pause.toNanos();
        }
    }

    private void tidyUp() {
        Instant now = clock.instant();
        if (tidied.plus(TIDY_EVERY).isBefore(now)) {
            tidied = now;
            outbox.forgetSentBefore(now.minus(KEEP_SENT));
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
        leadership.close();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
