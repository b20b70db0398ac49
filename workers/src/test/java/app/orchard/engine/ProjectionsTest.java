package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.RunningParts;
import app.orchard.embedded.EmbeddedDatabase;
import app.orchard.embedded.RebuildCommand;
import app.orchard.shared.OrderId;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ProjectionsTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final List<String> PROJECTIONS = List.of(
            "engine_model",
            "process_instance",
            "element_position",
            "flow_taken",
            "incident",
            "decision_made",
            "human_task");

    private static CamundaClient client;

    @Autowired
    private EngineHistory history;

    @Autowired
    private EventReader reader;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void deploy() {
        EngineModelsOfTests.deploy();
        client = RunningParts.client();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void showsSoonWhereAnOrderIs() {
        OrderId order = OrderId.next();
        start(order);

        ProcessRun run = await().atMost(SOON)
                .until(() -> history.ofOrder(order).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
        assertThat(run.name()).isEqualTo("Waiting");
        assertThat(run.state()).isEqualTo(ProcessRun.State.ACTIVE);
        await().atMost(SOON).untilAsserted(() -> {
            Diagram diagram = history.diagram(run.key());
            assertThat(diagram.xml()).contains("userTask_wait");
            assertThat(diagram.active()).containsExactly("userTask_wait");
            assertThat(diagram.completed()).containsExactly("start");
            assertThat(diagram.flows()).containsExactly("flow_toTask");
        });

        goOn(order);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(history.ofOrder(order))
                    .extracting(ProcessRun::state)
                    .containsExactly(ProcessRun.State.COMPLETED);
            assertThat(history.diagram(run.key()).active()).isEmpty();
            assertThat(history.diagram(run.key()).completed()).contains("goOn", "wentOn");
        });
    }

    @Test
    void drawsTheFlowToTheEventThatHappenedFirst() {
        OrderId order = OrderId.next();
        publish("test.choosing", order);
        publish("test.left", order);

        ProcessRun run = await().atMost(A_WHILE)
                .until(() -> history.ofOrder(order).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(history.diagram(run.key()).flows())
                        .contains("flow_untilLeft")
                        .doesNotContain("flow_untilRight"));
    }

    @Test
    void learnsTheOrderOfATaskLater() {
        OrderId order = OrderId.next();
        long instance = client.newCreateInstanceCommand()
                .bpmnProcessId("test-waiting")
                .latestVersion()
                .variables(Map.of("name", order.toString()))
                .send()
                .join()
                .getProcessInstanceKey();
        await().atMost(A_WHILE).until(() -> tasks("instance_key = " + instance) == 1);

        client.newSetVariablesCommand(instance)
                .variables(Map.of("orderId", order.toString()))
                .send()
                .join();

        await().atMost(A_WHILE).until(() -> openTasks(List.of(order)) == 1);
    }

    @Test
    void losesAndDoublesNothingWhenTheDatabaseIsKilledInBetween() {
        List<OrderId> before = orders(15);
        List<OrderId> during = orders(15);
        before.forEach(ProjectionsTest::start);
        EmbeddedDatabase database = RunningParts.database();
        database.kill();
        before.subList(0, 10).forEach(ProjectionsTest::goOn);
        during.forEach(ProjectionsTest::start);
        database.start();

        await().atMost(A_WHILE).ignoreExceptions().until(() -> openTasks(before) == 5 && openTasks(during) == 15);
        Stream.concat(before.stream(), during.stream())
                .forEach(order -> assertThat(history.ofOrder(order)).hasSize(1));
    }

    @Test
    void readsOnWhereItWasStopped() {
        List<OrderId> orders = orders(5);
        reader.stop();
        orders.forEach(ProjectionsTest::start);
        assertThat(openTasks(orders)).isZero();
        reader.start();

        await().atMost(A_WHILE).until(() -> openTasks(orders) == 5);
    }

    @Test
    void isTheSameAfterARebuild() throws Exception {
        List<OrderId> orders = orders(5);
        orders.forEach(ProjectionsTest::start);
        goOn(orders.getFirst());
        await().atMost(A_WHILE).until(() -> openTasks(orders) == 4);
        await().atMost(A_WHILE).pollDelay(Duration.ofMillis(500)).until(this::hasReadEverything);
        Map<String, List<String>> read = everything();
        jdbc.sql("delete from element_position").update();
        jdbc.sql("update human_task set state = 'OPEN'").update();

        EmbeddedDatabase database = RunningParts.database();
        assertThat(RebuildCommand.run(Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password())))
                .isEqualTo("The projections are rebuilt as soon as an application runs on that database.");

        await().atMost(A_WHILE).until(() -> count("projection_cursor where rebuild") == 0);
        Map<String, List<String>> again = everything();
        assertThat(without(again, read))
                .as("instead of " + without(read, again))
                .isEmpty();
        assertThat(without(read, again)).isEmpty();
    }

    private static List<OrderId> orders(int count) {
        return Stream.generate(OrderId::next).limit(count).toList();
    }

    private static void start(OrderId order) {
        publish("test.waiting", order);
    }

    private static void goOn(OrderId order) {
        publish("test.goOn", order);
    }

    private static void publish(String name, OrderId order) {
        client.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(order.toString())
                .timeToLive(Duration.ofMinutes(5))
                .variables(Map.of("orderId", order.toString(), "name", order.toString()))
                .send()
                .join();
    }

    private boolean hasReadEverything() {
        return count("engine_event e join projection_cursor c using (partition_id) where e.position > c.position") == 0;
    }

    private static List<String> without(Map<String, List<String>> rows, Map<String, List<String>> others) {
        return rows.entrySet().stream()
                .flatMap(table -> table.getValue().stream()
                        .filter(row ->
                                !others.getOrDefault(table.getKey(), List.of()).contains(row)))
                .toList();
    }

    /** The rows of each table. */
    private Map<String, List<String>> everything() {
        return PROJECTIONS.stream().collect(Collectors.toMap(table -> table, this::rows));
    }

    private List<String> rows(String table) {
        return jdbc.sql("select t::text from " + table + " t order by 1")
                .query(String.class)
                .list();
    }

    private long openTasks(List<OrderId> orders) {
        return orders.stream()
                .mapToInt(order -> tasks("state = 'OPEN' and order_id = '" + order + "'"))
                .sum();
    }

    private int tasks(String where) {
        return count("human_task where " + where);
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
