package app.orchard.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Orders that each stop right before a step of their own. When all are there they take their steps one soon after the
 * other, and then something dies: some have only begun, some are in the midst, some are further on.
 */
final class Gathering {

    static final Duration LEAVES_WITHIN = Duration.ofMillis(600);

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Map<Step, Life.Way> WAYS = new EnumMap<>(Map.ofEntries(
            Map.entry(Step.PLACED, Life::paidAtTheDoor),
            Map.entry(Step.PAYMENT_REQUESTED, Life::paidBefore),
            Map.entry(Step.PAYMENT_CAPTURED, Life::cancelledAfterPaying),
            Map.entry(Step.CONFIRMED, Life::paidAndGone),
            Map.entry(Step.PREPARING, Life::cancelledUnpaid),
            Map.entry(Step.PACKED, Life::paidAtTheDoor),
            Map.entry(Step.FAILED, Life::metAtTheSecondTry),
            Map.entry(Step.ON_THE_ROAD, Life::paidBefore),
            Map.entry(Step.ASKED, Life::asked),
            Map.entry(Step.DELIVERED, Life::paidAtTheDoor),
            Map.entry(Step.CANCELLED, Life::cancelledAfterPaying),
            Map.entry(Step.REFUNDED, Life::damaged)));

    private final World world;
    private final Set<Step> steps;
    private final CountDownLatch arrived;
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> lost = Collections.synchronizedList(new ArrayList<>());

    /** Orders before every step. */
    Gathering(World world) {
        this(world, EnumSet.allOf(Step.class));
    }

    Gathering(World world, Set<Step> steps) {
        this.world = world;
        this.steps = steps;
        this.arrived = new CountDownLatch(steps.size() + (steps.contains(Step.PLACED) ? 1 : 0));
    }

    /** @return the orders, to be waited for */
    List<Future<Act>> begin(ExecutorService threads, String name) {
        List<Future<Act>> lives = new ArrayList<>();
        steps.forEach(step -> lives.add(
                threads.submit(() -> live(name + ", " + step, step, Objects.requireNonNull(WAYS.get(step))))));
        if (steps.contains(Step.PLACED)) {
            lives.add(threads.submit(() -> live(name + ", stall", Step.PLACED, Life::soldAtStall)));
        }
        return lives;
    }

    private Act live(String name, Step step, Life.Way way) {
        try {
            return new Life(world, stopBefore(step), name).live(way);
        } catch (RuntimeException e) {
            lost.add(name + ": " + e.getMessage());
            throw e;
        }
    }

    /** Waits until each is where it stops. @throws Disappointment when one does not; then the others go on */
    void awaitAll() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!arrived.await(1, TimeUnit.SECONDS)) {
            if (!lost.isEmpty() || System.nanoTime() > deadline) {
                release();
                throw new Disappointment(arrived.getCount() + " orders did not come to their step: " + lost);
            }
        }
    }

    /** Lets them go on, the last of them {@link #LEAVES_WITHIN}. */
    void release() {
        go.countDown();
    }

    private Moments stopBefore(Step mine) {
        AtomicBoolean stopped = new AtomicBoolean();
        return step -> {
            if (step == mine && stopped.compareAndSet(false, true)) {
                arrived.countDown();
                try {
                    go.await();
                    Thread.sleep(ThreadLocalRandom.current().nextLong(LEAVES_WITHIN.toMillis()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
