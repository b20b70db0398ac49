package app.orchard.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work by several clients at once and takes the time. */
final class Rounds {

    /** At least so many of each kind, alternating with the baseline, so that both see the same machine. */
    static final int OF_EACH = 5;

    private Rounds() {}

    /** @return pieces of work per second */
    static double perSecond(int clients, List<Callable<Void>> work) {
        try (ExecutorService crowd = Executors.newFixedThreadPool(clients)) {
            long begun = System.nanoTime();
            List<Future<Void>> done = crowd.invokeAll(work);
            double seconds = (System.nanoTime() - begun) / 1e9;
            for (Future<Void> one : done) {
                one.get();
            }
            return work.size() / seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bench was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("What was measured failed: " + e.getCause(), e.getCause());
        }
    }
}
