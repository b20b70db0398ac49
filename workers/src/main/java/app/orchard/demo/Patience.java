package app.orchard.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again and again, for a while. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private Patience() {}

    /** @throws Disappointment when there is nothing in time */
    static <T> T until(Duration most, String what, Supplier<Optional<T>> asked) {
        long deadline = System.nanoTime() + most.toNanos();
        Optional<T> found = asked.get();
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new Disappointment("waited " + most.toSeconds() + " s for " + what);
            }
            pause(PAUSE);
            found = asked.get();
        }
        return found.get();
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Disappointment("Interrupted", e);
        }
    }
}
