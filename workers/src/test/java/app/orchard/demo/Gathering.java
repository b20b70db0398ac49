package app.orchard.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Orders that each stop right before a step of their own. When all are there they take their steps together, and a
 * moment later something dies.
 */
final class Gathering {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<Step, Life.Way> WAYS = new EnumMap<>(Map.ofEntries(
            Map.entry(Step.PLACED, Life::paidAtTheDoor),
            Map.entry(Step.PAYMENT_REQUESTED, Life::paidBefore),
            Map.entry(Step.PAYMENT_CAPTURED, Life::cancelledAfterPaying),
            Map.entry(Step.CONFIRMED, Life::paidAndGone),
            Map.entry(Step.PREPARING, Life::cancelledUnpaid),
            Map.entry(Step.PACKED, Life::paidAtTheDoor),
            Map.entry(Step.ASSIGNED, Life::metAtTheSecondTry),
            Map.entry(Step.ON_THE_ROAD, Life::asked),
            Map.entry(Step.DELIVERED, Life::paidAtTheDoor),
            Map.entry(Step.CANCELLED, Life::cancelledAfterPaying),
            Map.entry(Step.REFUNDED, Life::damaged)));

    private final World world;
    private final CountDownLatch arrived = new CountDownLatch(WAYS.size() + 1);
    private final CountDownLatch go = new CountDownLatch(1);

    Gathering(World world) {
        this.world = world;
    }

    /** @return the orders, to be waited for */
    List<Future<Act>> begin(ExecutorService threads, String name) {
        List<Future<Act>> lives = new ArrayList<>();
        WAYS.forEach((step, way) ->
                lives.add(threads.submit(() -> new Life(world, stopBefore(step), name + ", " + step).live(way))));
        lives.add(threads.submit(
                () -> new Life(world, stopBefore(Step.PLACED), name + ", stall").live(Life::soldAtStall)));
        return lives;
    }

    /** Lets them go on together once all are there. */
    void release() throws InterruptedException {
        if (!arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new Disappointment(arrived.getCount() + " orders did not come to their step");
        }
        go.countDown();
    }

    private Moments stopBefore(Step mine) {
        AtomicBoolean stopped = new AtomicBoolean();
        return step -> {
            if (step == mine && stopped.compareAndSet(false, true)) {
                arrived.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
