package app.orchard.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.demo.Vendors.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can die dies while orders are in the midst of every step, both vendors misbehave in every manner, and
 * the software is replaced by one with another model. Afterwards every order is where it belongs, and every pack, place
 * and rupee with it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(8);
    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final Duration LITTLE_TIME_TO_PAY = Duration.ofSeconds(45);
    private static final Duration MUCH_TIME_TO_PAY = Duration.ofMinutes(3);
    private static final int CUSTOMERS = 40;
    private static final String OLD_ORDERS =
            "select count(*) from process_instance where process = 'order' and version = 1 and state = 'ACTIVE'";

    /** Where orders wait longer than for a service, in their own process and in those that it calls. */
    private static final List<String> WAIT_STATES = List.of(
            "callActivity_collectPayment",
            "receiveTask_awaitPayment",
            "gateway_preparationOrReschedule",
            "userTask_packOrder",
            "callActivity_deliverOrder",
            "receiveTask_awaitDispatch",
            "userTask_deliverOrder",
            "gateway_answerOrSilence",
            "callActivity_refundReturn",
            "callActivity_refundCancellation");

    private static final List<Act> acts = new ArrayList<>();
    private static Product product;
    private static World world;
    private static Vendors vendors;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(LITTLE_TIME_TO_PAY);
        product.widenSlots();
        world = new World(product, CUSTOMERS, 0);
        vendors = new Vendors(product);
    }

    @AfterAll
    static void stop() {
        world.close();
        product.close();
    }

    @Test
    @Order(1)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void losesAndDoublesNothingWhateverDiesInTheMidstOfWhichStep() throws Exception {
        List<Future<Act>> lives = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lives.add(threads.submit(() -> new Life(world, step -> {}, "never paid").live(Life::neverPaid)));
            for (Death death : deaths()) {
                Gathering gathering = new Gathering(world);
                lives.addAll(gathering.begin(threads, death.name()));
                gathering.awaitAll();
                gathering.release();
                vendors.behave(death.vendors());
                Thread.sleep(Gathering.LEAVES_WITHIN);
                blow(death, threads);
            }
            vendors.behave(Set.of());
            acts.addAll(World.ended(lives));
        }
        assertThat(world.complaints(acts)).isEmpty();
    }

    @Test
    @Order(2)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void ordersOfTheOldModelEndUnderTheNewSoftware() throws Exception {
        product.letPayFor(MUCH_TIME_TO_PAY);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Gathering waiting =
                    new Gathering(world, EnumSet.complementOf(EnumSet.of(Step.PLACED, Step.PAYMENT_REQUESTED)));
            List<Future<Act>> lives = new ArrayList<>(waiting.begin(threads, "old model"));
            try {
                waiting.awaitAll();
                vendors.refunds(false);
                lives.add(threads.submit(() ->
                        new Life(world, step -> {}, "cancelled, to be refunded").live(Life::cancelledAfterPaying)));
                lives.add(threads.submit(
                        () -> new Life(world, step -> {}, "damaged, to be refunded").live(Life::damaged)));
                await().atMost(A_WHILE.multipliedBy(2))
                        .untilAsserted(() -> assertThat(whereOrdersWait())
                                .contains("callActivity_refundCancellation", "callActivity_refundReturn"));
                world.staff().letLeave(false);
                lives.add(threads.submit(() -> new Life(world, step -> {}, "packed").live(Life::paidAtTheDoor)));
                await().atMost(A_WHILE).until(() -> whereOrdersWait().contains("receiveTask_awaitDispatch"));
                product.prepare(slotOfTheNewestOrder(), A_WHILE);
                lives.add(threads.submit(
                        () -> new Life(world, step -> {}, "before its preparation").live(Life::paidAtTheDoor)));
                await().atMost(A_WHILE).until(() -> product.count("""
                        select count(*) from element_position
                        where element = 'gateway_preparationOrReschedule' and state = 'ACTIVE'""") == 1);
                assertThat(whereOrdersWait()).containsAll(WAIT_STATES);
                long old = product.count(OLD_ORDERS);
                assertThat(old).isGreaterThanOrEqualTo(9);

                product.upgrade(LaterModel.writtenTo(folder.resolve("order.bpmn")));
                await().atMost(A_WHILE)
                        .until(() ->
                                product.count("select count(*) from engine_model where id = 'order' and version = 2")
                                        == 1);
                assertThat(product.count(OLD_ORDERS)).isGreaterThanOrEqualTo(old);
                product.prepareAtOnce();
                lives.add(threads.submit(
                        () -> new Life(world, step -> {}, "new model").live(Life::paidAtTheDoorAndChecked)));
            } finally {
                vendors.refunds(true);
                world.staff().letLeave(true);
                waiting.release();
            }
            acts.addAll(World.ended(lives));
        }
        assertThat(world.complaints(acts)).isEmpty();
        assertThat(product.count(OLD_ORDERS)).isZero();
    }

    /** After all that went wrong before; what is sent to a vendor or shown to its own customer is no matter of this. */
    @Test
    @Order(3)
    void namesNobodyInLogsNorToTheEngine() throws IOException {
        List<String> numbers = List.of(product.text("""
                select string_agg(right(phone, 10), ' ') from (
                  select phone from customer union all select phone from staff_account where phone <> '') everybody""").split(" "));
        assertThat(numbers).hasSizeGreaterThan(CUSTOMERS);
        String log = Files.readString(product.applicationLog());
        assertThat(log).contains("Started Orchard");

        assertThat(numbers.stream().filter(log::contains)).isEmpty();
        assertThat(product.count("""
                select count(*) from engine_event e join customer c on e.value::text like '%' || right(c.phone, 10) || '%'
                  or e.value::text like '%' || nullif(c.name, '') || '%'""")).isZero();
        assertThat(product.count("""
                select count(*) from outbox o
                join customer c on o.variables::text || o.command::text like '%' || right(c.phone, 10) || '%'""")).isZero();
    }

    @Test
    @Order(4)
    void stopsInItsTimeWhileTheBrokerIsAway() throws Exception {
        product.broker().kill();
        ProcessHandle application = product.applicationHandle();
        long begun = System.nanoTime();

        application.destroy();
        application.onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STOPS_WITHIN);
    }

    private static void blow(Death death, ExecutorService lives) {
        try {
            death.blow().run();
        } catch (RuntimeException dead) {
            // Nobody needs to wait for what does not come back
            lives.shutdownNow();
            throw dead;
        }
    }

    private record Death(String name, Set<Manner> vendors, Runnable blow) {}

    private static List<Death> deaths() {
        return List.of(
                new Death("application", EnumSet.of(Manner.SILENT, Manner.FORGING), () -> {
                    product.application().kill();
                    product.application().start();
                }),
                new Death("broker", EnumSet.of(Manner.UNWELL, Manner.TALKATIVE), () -> {
                    product.broker().kill();
                    product.broker().start();
                }),
                new Death("database", EnumSet.of(Manner.SLOW, Manner.BROKEN_OFF, Manner.FORGETFUL), () -> {
                    product.database().kill();
                    product.database().start();
                }));
    }

    private static Set<String> whereOrdersWait() {
        return Set.of(
                product.text("select string_agg(distinct element, ' ') from element_position where state = 'ACTIVE'")
                        .split(" "));
    }

    private static Instant slotOfTheNewestOrder() {
        return Instant.ofEpochSecond(product.count("""
                select extract(epoch from slot_starts_at)::bigint from sales_order
                where slot_starts_at is not null order by placed_at desc limit 1"""));
    }
}
