package app.orchard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do something in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Each on a thread of its own.
     *
     * @return what came of each, in their order
     * @throws ExecutionException with the first failure as its cause
     */
    public static <T> List<T> all(Collection<? extends Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
