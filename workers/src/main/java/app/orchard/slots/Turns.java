package app.orchard.slots;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets only some at once to a slot that everybody wants: more of them would only wait for each other in the database,
 * each with a connection that somebody else needs.
 */
@Component
class Turns {

    private static final int QUEUES = 64;
    private static final int AT_ONCE = 2;

    private final Semaphore[] queues = new Semaphore[QUEUES];

    Turns() {
        Arrays.setAll(queues, n -> new Semaphore(AT_ONCE, true));
    }

    /** Call it outside of transactions. */
    <T> T inTurn(UUID slot, Supplier<T> work) {
        Semaphore queue = queues[Math.floorMod(slot.hashCode(), QUEUES)];
        queue.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            queue.release();
        }
    }
}
