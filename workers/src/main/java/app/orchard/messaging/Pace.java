package app.orchard.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps our requests under the provider's limit in any window, and stops them all for a while when the provider is
 * away or complains. The last few places of a window are for one-time codes.
 */
final class Pace {

    private static final int KEPT_FOR_URGENT = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(50);

    private final int limit;
    private final long windowNanos;
    private final Duration firstPause;
    private final Deque<Long> taken = new ArrayDeque<>();
    private int troubles;
    private long pausedUntil = System.nanoTime();

    Pace(int limit, Duration window, Duration firstPause) {
        this.limit = limit;
        // The provider measures on its own clock, after a journey of unequal length.
        this.windowNanos = window.toNanos() + window.toNanos() / 20;
        this.firstPause = firstPause;
    }

    /** Waits for a place. @return false when the patience ended first */
    boolean take(boolean urgent, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!tryTake(urgent)) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    synchronized void fine() {
        troubles = 0;
    }

    synchronized boolean troubled() {
        return troubles > 0;
    }

    /** Everything waits: longer each time, and never all processes in step. */
    synchronized void trouble() {
        pause(backOff(firstPause.multipliedBy(1L << Math.min(troubles++, 10))));
    }

    synchronized void pause(Duration pause) {
        pausedUntil = Math.max(pausedUntil, System.nanoTime() + pause.toNanos());
    }

    private static Duration backOff(Duration full) {
        Duration capped = full.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : full;
        return capped.multipliedBy(ThreadLocalRandom.current().nextLong(50, 101))
                .dividedBy(100);
    }

    private synchronized boolean tryTake(boolean urgent) {
        long now = System.nanoTime();
        while (!taken.isEmpty() && now - taken.getFirst() >= windowNanos) {
            taken.removeFirst();
        }
        int places = urgent ? limit : Math.max(1, limit - KEPT_FOR_URGENT);
        if (now - pausedUntil < 0 || taken.size() >= places) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
