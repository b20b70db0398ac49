package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.exception.CamundaError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(IncidentTest.Stumbling.class)
class IncidentTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final Staff FOUNDER = staff(Role.FOUNDER);

    @Autowired
    private Engine engine;

    @Autowired
    private EngineHistory history;

    @Autowired
    private Stumbling worker;

    @Autowired
    private TransactionTemplate transaction;

    private final OrderId order = OrderId.next();

    @TestConfiguration
    static class Stumbling {

        private volatile boolean stumbles = true;
        private volatile boolean falls;
        private volatile boolean breaks;

        @JobWorker(type = "test.stumble")
        Map<String, Object> stumble() {
            if (falls) {
                throw CamundaError.bpmnError("FELL", "It fell");
            }
            if (breaks) {
                throw new IllegalStateException("leg broken");
            }
            if (stumbles) {
                throw Refusal.unavailable("stone", "There is a stone in the way. Take it away and retry.");
            }
            return Map.of("stood", true);
        }
    }

    @BeforeAll
    static void deploy() {
        EngineModelsOfTests.deploy();
    }

    @Test
    void appearsWithASentenceAndGoesWhenRetriedWithSuccess() {
        worker.stumbles = true;
        start();
        Incident incident = await().atMost(A_WHILE)
                .until(() -> history.openIncidentsOf(order), found -> found.size() == 1)
                .getFirst();

        assertThat(incident.sentence()).isEqualTo("There is a stone in the way. Take it away and retry.");
        assertThat(incident.elementName()).isEqualTo("Stumble");
        assertThat(history.openIncidents(0, 1000)).contains(incident);
        assertThat(history.diagram(incident.instanceKey()).incidents()).containsExactly("serviceTask_stumble");

        worker.stumbles = false;
        engine.retryIncident(incident.key(), FOUNDER);

        await().atMost(A_WHILE).until(() -> history.openIncidentsOf(order), List::isEmpty);
        await().atMost(A_WHILE).until(() -> history.ofOrder(order).getFirst().state() == ProcessRun.State.COMPLETED);
    }

    @Test
    void saysWhatHappenedToWhatAndWhatToDoEvenIfNobodyForesawIt() {
        worker.breaks = true;
        start();

        Incident incident = await().atMost(A_WHILE)
                .until(() -> history.openIncidentsOf(order), found -> found.size() == 1)
                .getFirst();

        worker.breaks = false;
        assertThat(incident.sentence())
                .contains("test.stumble", order.toString(), "leg broken", "Retry it; if it fails again");
    }

    @Test
    void isNotNeededForAnOutcomeThatTheModelKnows() {
        worker.falls = true;
        start();

        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(history.ofOrder(order))
                        .singleElement()
                        .satisfies(run -> assertThat(history.diagram(run.key()).completed())
                                .contains("fell", "lies")));
        assertThat(history.openIncidentsOf(order)).isEmpty();
        worker.falls = false;
    }

    @Test
    void isRetriedByFoundersOnly() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> engine.retryIncident(1, staff(Role.PACKER)))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> engine.retryIncident(1, FOUNDER))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void comesAfterPausesThatGrow() {
        assertThat(List.of(5, 4, 3, 2, 1).stream().map(JobFailurePolicy::pauseAfter))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(Duration.ofSeconds(1));
    }

    private void start() {
        transaction.executeWithoutResult(status -> engine.publish(new EngineMessage(
                "test.stumbling", "", "test.stumbling:" + order, Map.of("orderId", order), order.toString())));
    }

    private static Staff staff(Role role) {
        return new Staff(UUID.randomUUID(), "meera", "Meera", "", Set.of(role));
    }
}
