package app.orchard.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.AtOnce;
import app.orchard.IntegrationTest;
import app.orchard.RunningParts;
import app.orchard.engine.Engine;
import app.orchard.engine.EngineHistory;
import app.orchard.engine.EngineMessage;
import app.orchard.engine.ProcessRun;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class TaskLifecycleTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Staff PACKER = staff("asha", Role.PACKER);
    private static final Staff OTHER_PACKER = staff("vikram", Role.PACKER);
    private static final Staff DRIVER = staff("ravi", Role.DRIVER);
    private static final Staff FOUNDER = staff("meera", Role.FOUNDER);

    @Autowired
    private Tasks tasks;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Engine engine;

    @Autowired
    private EngineHistory history;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final OrderId order = OrderId.next();

    @BeforeAll
    static void deploy() {
        try (CamundaClient client = RunningParts.client()) {
            TestModels.deploy(client);
        }
    }

    @Test
    void showsATaskOfACalledProcessWithEverythingItsModelSays() {
        Instant dueAt = Instant.parse("2030-01-02T03:04:05Z");
        Task task = openTask(dueAt);

        assertThat(task.name()).isEqualTo("Weigh the box");
        assertThat(task.orderId()).isEqualTo(order);
        assertThat(task.process()).isEqualTo("test-weighing");
        assertThat(task.groups()).containsExactly("packer");
        assertThat(task.dueAt()).isEqualTo(dueAt);
        assertThat(tasks.inbox(PACKER, 1000)).contains(task);
        assertThat(tasks.inbox(FOUNDER, 1000)).contains(task);
        assertThat(tasks.inbox(DRIVER, 1000)).doesNotContain(task);
        assertThat(tasks.form(task.key()).fields())
                .extracting(TaskForm.Field::key)
                .containsExactly("", "grams", "scale");
    }

    @Test
    void completesATaskAndTheProcessGoesOn() {
        Task task = openTask(Instant.now());

        tasks.complete(task.key(), Map.of("grams", 500), PACKER);

        assertThat(tasks.ofOrder(order)).isEmpty();
        await().atMost(SOON).until(() -> runs(ProcessRun.State.COMPLETED) == 2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("grams", 500), OTHER_PACKER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("task-done"))
                .withMessageContaining("asha");
    }

    @Test
    void refusesWhatTheFormDoesNotAllow() {
        Task task = openTask(Instant.now());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("grams", 0, "scale", "new"), PACKER))
                .satisfies(refusal -> assertThat(refusal.details().get("fields"))
                        .isEqualTo(Map.of(
                                "grams",
                                "“Grams” must be at least 1.",
                                "scale",
                                "“Scale” is not one of the choices.")));
        assertThat(tasks.ofOrder(order)).hasSize(1);
    }

    @Test
    void refusesStaffWhoseTaskItIsNot() {
        Task task = openTask(Instant.now());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("grams", 1), DRIVER))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void letsOneWorkOnAClaimedTask() {
        Task task = openTask(Instant.now());

        assertThat(tasks.claim(task.key(), PACKER).claimedBy()).isEqualTo("asha");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.claim(task.key(), OTHER_PACKER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("task-claimed"));
        assertThat(tasks.release(task.key(), PACKER).claimedBy()).isNull();
        assertThat(tasks.claim(task.key(), OTHER_PACKER).claimedBy()).isEqualTo("vikram");
    }

    @Test
    void isHandedToAColleagueWhoMayDoItAndTakenBack() {
        long key = openTask(Instant.now()).key();
        Staff dilip = hire("dilip", Role.PACKER);
        Staff driver = hire("meena", Role.DRIVER);
        assertThat(tasks.colleagues(key, PACKER)).contains(dilip).doesNotContain(driver);

        Task handed = tasks.handOver(key, dilip.login(), PACKER);

        assertThat(handed.claimedBy()).isEqualTo(dilip.login());
        assertThat(handed.handedBy()).isEqualTo("asha");
        assertThat(tasks.colleagues(key, OTHER_PACKER)).isEmpty();
        refused("task-claimed", () -> tasks.complete(key, Map.of("grams", 1), OTHER_PACKER));
        refused("task-claimed", () -> tasks.handOver(key, dilip.login(), OTHER_PACKER));
        refused("task-not-handed", () -> tasks.takeBack(key, OTHER_PACKER));
        assertThat(tasks.takeBack(key, PACKER).claimedBy()).isNull();

        tasks.claim(key, PACKER);
        tasks.handOver(key, dilip.login(), FOUNDER);
        refused("task-not-handed", () -> tasks.takeBack(key, PACKER));
        assertThat(tasks.takeBack(key, FOUNDER).claimedBy()).isEqualTo("asha");

        tasks.handOver(key, dilip.login(), PACKER);
        tasks.complete(key, Map.of("grams", 1), dilip);
        refused("task-done", () -> tasks.takeBack(key, PACKER));
    }

    @Test
    void isNotHandedToSomebodyWhoMayNotDoItNorWhenItsProcessChoseWhoDoes() {
        long key = openTask(Instant.now()).key();
        Staff driver = hire("meena", Role.DRIVER);
        Staff dilip = hire("dilip", Role.PACKER);
        refused("not-their-task", () -> tasks.handOver(key, driver.login(), PACKER));
        refused("not-their-task", () -> tasks.handOver(key, "asha", PACKER));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.handOver(key, dilip.login(), DRIVER))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));

        jdbc.sql("update human_task set assignee = 'asha' where key = ?")
                .param(key)
                .update();

        assertThat(tasks.colleagues(key, PACKER)).isEmpty();
        refused("task-assigned", () -> tasks.handOver(key, dilip.login(), PACKER));
    }

    @Test
    void isGoneSoonAfterTheProcessTookAnotherWay() {
        Task task = openTask(Instant.now());

        publish("test.calledOff", Map.of());

        await().atMost(SOON).until(() -> tasks.inbox(FOUNDER, 1000).stream().noneMatch(task::equals));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("grams", 1), PACKER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("task-gone"));
    }

    @Test
    void completesOnceWhenTwentyPressAtTheSameTime() throws Exception {
        Task task = openTask(Instant.now());
        Callable<String> press = () -> {
            try {
                tasks.complete(task.key(), Map.of("grams", 5), PACKER);
                return "completed";
            } catch (Refusal refusal) {
                return refusal.type();
            }
        };
        List<String> outcomes = AtOnce.all(Collections.nCopies(20, press));

        assertThat(outcomes).containsOnlyOnce("completed");
        assertThat(outcomes).filteredOn("task-done"::equals).hasSize(19);
        assertThat(jdbc.sql("select count(*) from outbox where ordering_key = ? and kind = 'CompleteJob'")
                        .param(order.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        await().atMost(SOON).until(() -> runs(ProcessRun.State.COMPLETED) == 2);
    }

    @Test
    void takesTheSameSubmissionSentAgainForOne() throws Exception {
        Task task = openTask(Instant.now());
        Callable<String> send = () -> {
            tasks.complete(task.key(), Map.of("grams", 5), "phone-1", PACKER);
            return "heard";
        };

        assertThat(AtOnce.all(Collections.nCopies(8, send))).containsOnly("heard");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("grams", 5), "phone-2", PACKER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("task-done"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("grams", 5), "phone-1", OTHER_PACKER));
        assertThat(jdbc.sql("select count(*) from outbox where ordering_key = ? and kind = 'CompleteJob'")
                        .param(order.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Task openTask(Instant dueAt) {
        publish("test.boxFilled", Map.of("dueAt", dueAt.toString()));
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> tasks.ofOrder(order), found -> found.size() == 1)
                .getFirst();
    }

    private Staff hire(String name, Role role) {
        return accounts.create(name + order, name, "+919845000000", "orchard-orchard", Set.of(role));
    }

    private static void refused(String type, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    private void publish(String name, Map<String, String> variables) {
        Map<String, Object> all = new java.util.HashMap<>(variables);
        all.put("orderId", order);
        transaction.executeWithoutResult(status ->
                engine.publish(new EngineMessage(name, order.toString(), name + ":" + order, all, order.toString())));
    }

    private long runs(ProcessRun.State state) {
        return history.ofOrder(order).stream()
                .filter(run -> run.state() == state)
                .count();
    }

    private static Staff staff(String login, Role role) {
        return new Staff(UUID.randomUUID(), login, login, "", Set.of(role));
    }
}
