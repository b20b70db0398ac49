package app.orchard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.demo.Vendors.Manner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Everything that can die dies while orders are in the midst of every step, and both vendors misbehave in every manner.
 * Afterwards every order is where it belongs, and every pack, place and rupee with it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(8);
    private static final int CUSTOMERS = 40;

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(Duration.ofSeconds(45));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void losesAndDoublesNothingWhateverDiesInTheMidstOfWhichStep() throws Exception {
        List<Future<Act>> lives = new ArrayList<>();
        try (World world = new World(product, CUSTOMERS, 0);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Vendors vendors = new Vendors(product);
            lives.add(threads.submit(() -> new Life(world, step -> {}, "never paid").live(Life::neverPaid)));
            for (Death death : deaths()) {
                Gathering gathering = new Gathering(world);
                lives.addAll(gathering.begin(threads, death.name()));
                gathering.awaitAll();
                gathering.release();
                vendors.behave(death.vendors());
                Thread.sleep(death.after());
                death.blow().run();
            }
            vendors.behave(Manner.GOOD);
            List<Act> acts = World.ended(lives);
            assertThat(world.complaints(acts)).isEmpty();
        }
    }

    @Test
    @Order(2)
    void stopsInItsTimeWhileTheBrokerIsAway() throws Exception {
        product.broker().kill();
        ProcessHandle application = product.applicationHandle();
        long begun = System.nanoTime();

        application.destroy();
        application.onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STOPS_WITHIN);
    }

    /** @param after how long after the orders took their steps it happens */
    private record Death(String name, Manner vendors, Duration after, Runnable blow) {}

    private static List<Death> deaths() {
        Runnable application = () -> {
            product.application().kill();
            product.application().start();
        };
        return List.of(
                new Death("application at once", Manner.TALKATIVE, Duration.ofMillis(15), application),
                new Death("application in the midst", Manner.SILENT, Duration.ofMillis(150), application),
                new Death("application later", Manner.FORGING, Duration.ofMillis(600), application),
                new Death("broker", Manner.UNWELL, Duration.ofMillis(100), () -> {
                    product.broker().kill();
                    product.broker().start();
                }),
                new Death("database", Manner.FORGETFUL, Duration.ofMillis(100), () -> {
                    product.database().kill();
                    product.database().start();
                }));
    }
}
