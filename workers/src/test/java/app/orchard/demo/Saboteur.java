package app.orchard.demo;

import app.orchard.demo.Vendors.Manner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Breaks one thing after the other, by the dice of a seed, and puts it together again. */
final class Saboteur implements Moments {

    private static final Duration FOR_A_STEP = Duration.ofSeconds(40);
    private static final int LONGEST_DELAY_MILLIS = 400;

    private final Product product;
    private final Vendors vendors;
    private final Random dice;
    private final List<Step> steps = new ArrayList<>();
    private final AtomicReference<@Nullable Ambush> ambush = new AtomicReference<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private Duration longestOutage = Duration.ZERO;

    private record Ambush(Step step, CountDownLatch reached) {}

    Saboteur(Product product, long seed) {
        this.product = product;
        this.vendors = new Vendors(product);
        this.dice = new Random(seed);
    }

    @Override
    public void before(Step step) {
        Ambush waiting = ambush.get();
        if (waiting != null && waiting.step() == step) {
            waiting.reached().countDown();
        }
    }

    /** One thing breaks and is put together again. */
    void strike() throws InterruptedException {
        Set<Manner> manners = EnumSet.noneOf(Manner.class);
        if (dice.nextBoolean()) {
            manners.add(Manner.values()[dice.nextInt(Manner.values().length)]);
        }
        note("vendors " + manners);
        vendors.behave(manners);
        switch (dice.nextInt(10)) {
            case 0 -> outage("broker", product.broker()::kill, product.broker()::start);
            case 1 -> outage("database", product.database()::kill, product.database()::start);
            case 2 -> outage("everything", this::powerCut, this::powerBack);
            case 3 -> rest("vendors only");
            default -> killApplicationAt(nextStep());
        }
    }

    void makePeace() {
        vendors.behave(Set.of());
    }

    /** What was done how often. */
    Map<String, Integer> done() {
        return done;
    }

    Duration longestOutage() {
        return longestOutage;
    }

    private void killApplicationAt(Step step) throws InterruptedException {
        Ambush waiting = new Ambush(step, new CountDownLatch(1));
        ambush.set(waiting);
        boolean reached = waiting.reached().await(FOR_A_STEP.toSeconds(), TimeUnit.SECONDS);
        ambush.set(null);
        Thread.sleep(dice.nextInt(LONGEST_DELAY_MILLIS));
        outage(
                "application at " + (reached ? step : "no step"),
                product.application()::kill,
                product.application()::start);
    }

    private Step nextStep() {
        if (steps.isEmpty()) {
            steps.addAll(List.of(Step.values()));
            Collections.shuffle(steps, dice);
        }
        return steps.removeLast();
    }

    private void powerCut() {
        product.application().kill();
        product.broker().kill();
        product.database().kill();
    }

    private void powerBack() {
        product.database().start();
        product.broker().start();
        product.application().start();
    }

    private void outage(String what, Runnable kill, Runnable start) throws InterruptedException {
        note(what);
        long begun = System.nanoTime();
        kill.run();
        Thread.sleep(dice.nextInt(3000));
        startPatiently(start);
        Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
        longestOutage = lasted.compareTo(longestOutage) > 0 ? lasted : longestOutage;
    }

    /** A busy machine may take longer than a person would wait. */
    private static void startPatiently(Runnable start) {
        try {
            start.run();
        } catch (RuntimeException tooSlow) {
            start.run();
        }
    }

    private void rest(String what) throws InterruptedException {
        note(what);
        Thread.sleep(5000L + dice.nextInt(10_000));
    }

    private void note(String what) {
        done.merge(what, 1, Integer::sum);
    }
}
