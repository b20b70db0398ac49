package app.orchard.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a round of work when woken and at least every so often, on a thread of its own, whatever a round throws. */
public final class WakefulLoop {

    private static final Logger log = LoggerFactory.getLogger(WakefulLoop.class);

    private final String name;
    private final Duration atLeastEvery;
    private final Runnable round;
    private final Semaphore wakes = new Semaphore(1);
    private volatile @Nullable Thread thread;

    public WakefulLoop(String name, Duration atLeastEvery, Runnable round) {
        this.name = name;
        this.atLeastEvery = atLeastEvery;
        this.round = round;
    }

    public void start() {
        Thread starting = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = starting;
        starting.start();
    }

    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Lets the round that is under way end. */
    public void stop() {
        Thread stopping = thread;
        thread = null;
        wake();
        if (stopping != null) {
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean healthy = true;
        while (isRunning()) {
            try {
                if (wakes.tryAcquire(atLeastEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                }
                round.run();
                healthy = true;
            } catch (RuntimeException failure) {
                if (healthy && isRunning()) {
                    log.warn("{} pauses: {}", name, failure.toString(), failure);
                }
                healthy = false;
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
