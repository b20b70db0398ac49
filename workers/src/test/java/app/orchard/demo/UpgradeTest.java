package app.orchard.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The software is replaced by one with another model while orders wait wherever an order can wait. */
class UpgradeTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
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

    private static Product product;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(Duration.ofMinutes(3));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void ordersOfTheOldModelEndUnderTheNewSoftware() throws Exception {
        try (World world = new World(product, 20, 0);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Gathering waiting =
                    new Gathering(world, EnumSet.complementOf(EnumSet.of(Step.PLACED, Step.PAYMENT_REQUESTED)));
            Vendors vendors = new Vendors(product);
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
                product.prepare(slotOf(world), Duration.ofSeconds(60));
                lives.add(threads.submit(
                        () -> new Life(world, step -> {}, "before its preparation").live(Life::paidAtTheDoor)));
                await().atMost(A_WHILE).until(() -> product.count("""
                        select count(*) from element_position
                        where element = 'gateway_preparationOrReschedule' and state = 'ACTIVE'""") == 1);
                assertThat(whereOrdersWait()).containsAll(WAIT_STATES);
                long old = product.count(OLD_ORDERS);
                assertThat(old).isGreaterThanOrEqualTo(9);

                Bpmn.writeModelToFile(folder.resolve("order.bpmn").toFile(), withOneMoreStep());
                product.upgrade("file:" + folder + "/order.bpmn");
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

            List<Act> acts = World.ended(lives);
            assertThat(world.complaints(acts)).isEmpty();
            assertThat(product.count(OLD_ORDERS)).isZero();
        }
    }

    private static Set<String> whereOrdersWait() {
        return Set.of(
                product.text("select string_agg(distinct element, ' ') from element_position where state = 'ACTIVE'")
                        .split(" "));
    }

    private static Instant slotOf(World world) {
        return Instant.parse(world.staff()
                .as("founder")
                .get("/api/staff/orders?limit=500")
                .path("orders")
                .valueStream()
                .map(order -> order.path("slotStartsAt").asString(""))
                .filter(start -> !start.isEmpty())
                .findFirst()
                .orElseThrow());
    }

    /** The order as it is, and somebody looks at it once more after it was packed. */
    private static BpmnModelInstance withOneMoreStep() throws IOException {
        try (InputStream file = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/bpmn/order.bpmn"))) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file);
            Process process = model.getModelElementById("order");
            UserTask pack = model.getModelElementById("userTask_packOrder");
            SequenceFlow packed = pack.getOutgoing().iterator().next();
            FlowNode after = packed.getTarget();
            UserTask check = model.newInstance(UserTask.class);
            check.setId("userTask_checkOrder");
            check.setName("Check order");
            process.addChildElement(check);
            check.builder().zeebeCandidateGroups("packer");
            SequenceFlow checked = model.newInstance(SequenceFlow.class);
            checked.setId("flow_orderChecked");
            process.addChildElement(checked);
            after.getIncoming().remove(packed);
            packed.setTarget(check);
            check.getIncoming().add(packed);
            checked.setSource(check);
            checked.setTarget(after);
            check.getOutgoing().add(checked);
            after.getIncoming().add(checked);
            return model;
        }
    }
}
