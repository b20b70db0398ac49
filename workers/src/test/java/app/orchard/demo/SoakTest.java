package app.orchard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Orders keep coming while one thing after the other breaks, for an hour or {@code -Dorchard.soak.minutes}. Prints the
 * seed it rolled its dice with ({@code -Dorchard.soak.seed} rolls the same again) and at the end what happened.
 * {@code -Dorchard.soak.ways} is a pattern of the ways that orders take.
 */
@EnabledIfSystemProperty(
        named = "orchard.soak",
        matches = "true",
        disabledReason = "Faults by the dice for an hour run with ./orchard test --soak")
class SoakTest {

    private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("orchard.soak.minutes", 60));
    private static final long SEED = Long.getLong("orchard.soak.seed", System.nanoTime());
    private static final String CHOSEN = System.getProperty("orchard.soak.ways", ".*");
    private static final int AT_ONCE = 16;
    private static final int CUSTOMERS = 60;
    private static final int PACKS_A_MINUTE = 12;

    private static final Map<String, Life.Way> WAYS = Map.of(
            "paid at the door", Life::paidAtTheDoor,
            "paid before", Life::paidBefore,
            "paid, browser closed", Life::paidAndGone,
            "cancelled unpaid", Life::cancelledUnpaid,
            "cancelled after paying", Life::cancelledAfterPaying,
            "damaged", Life::damaged,
            "refused at the door", Life::refusedAtTheDoor,
            "met at the second try", Life::metAtTheSecondTry,
            "asked", Life::asked,
            "never paid", Life::neverPaid);

    private static Product product;

    private final List<Act> acts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lost = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        product = Product.start(Duration.ofSeconds(60));
        product.widenSlots();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void losesAndDoublesNothingHoweverTheDiceFall() throws Exception {
        System.out.printf("Soaking for %d minutes with seed %d%n", LENGTH.toMinutes(), SEED);
        long deadline = System.nanoTime() + LENGTH.toNanos();
        Saboteur saboteur = new Saboteur(product, SEED);
        int packs = Math.toIntExact(LENGTH.toMinutes() * PACKS_A_MINUTE);
        try (World world = new World(product, CUSTOMERS, packs)) {
            Thread founder = Thread.ofVirtual().start(() -> watchOver(world));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 0; n < AT_ONCE; n++) {
                    Random dice = new Random(SEED + n);
                    threads.execute(() -> keepOrdering(world, saboteur, dice, deadline));
                }
                while (System.nanoTime() < deadline) {
                    saboteur.strike();
                }
                saboteur.makePeace();
            }
            founder.interrupt();
            founder.join();
            report(world, saboteur);
            assertThat(lost).isEmpty();
            assertThat(world.complaints(acts)).isEmpty();
        }
    }

    private void keepOrdering(World world, Moments moments, Random dice, long deadline) {
        List<String> names = WAYS.keySet().stream()
                .filter(name -> name.matches(CHOSEN))
                .sorted()
                .toList();
        while (System.nanoTime() < deadline) {
            String name = names.get(dice.nextInt(names.size()));
            try {
                acts.add(new Life(world, moments, name).live(Objects.requireNonNull(WAYS.get(name))));
            } catch (RuntimeException e) {
                lost.add(name + ": " + e.getMessage());
            }
        }
    }

    private static void watchOver(World world) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(5000);
                world.staff().retryIncidents();
            }
        } catch (InterruptedException | Disappointment over) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(World world, Saboteur saboteur) {
        System.out.printf("%nSeed %d, %d minutes%n", SEED, LENGTH.toMinutes());
        saboteur.done().forEach((what, times) -> System.out.printf("  %-40s %5d%n", what, times));
        Map<String, Integer> endings = new TreeMap<>();
        acts.forEach(act -> endings.merge(act.story() + " → " + act.ending().title(), 1, Integer::sum));
        endings.forEach((way, orders) -> System.out.printf("  %-60s %5d%n", way, orders));
        System.out.printf(
                "  %d orders ended, %d did not; longest outage %d s; Retry pressed %d times%n",
                acts.size(),
                lost.size(),
                saboteur.longestOutage().toSeconds(),
                world.staff().retried());
    }
}
