package app.orchard.processes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.RunningParts;
import app.orchard.embedded.BrokerPlan;
import app.orchard.embedded.EmbeddedBroker;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Form;
import io.camunda.client.api.response.Process;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ReflectionUtils;

/** The models are walked on an in-memory engine of a later version; here the broker that we run answers for itself. */
class ModelsOnBrokerTest {
    private static EmbeddedBroker broker;
    private static CamundaClient client;

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedBroker.start(BrokerPlan.temporary());
        client = CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpcAddress())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofMinutes(1))
                .build();
        RunningParts.awaitLeader(client);
        deploy();
    }

    @AfterAll
    static void stop() {
        client.close();
        broker.close();
    }

    @Test
    void takesAllModelsAndMakesNoNewVersionOfUnchangedOnes() throws IOException {
        var again = deploy();

        assertThat(again.getProcesses())
                .extracting(Process::getBpmnProcessId)
                .containsExactlyInAnyOrderElementsOf(constants(ProcessIds.class));
        assertThat(again.getProcesses()).extracting(Process::getVersion).containsOnly(1);
        assertThat(again.getDecisions()).hasSameSizeAs(constants(DecisionIds.class));
        assertThat(again.getForm())
                .extracting(Form::getFormId)
                .containsExactlyInAnyOrderElementsOf(constants(FormIds.class));
    }

    @Test
    void dropsAnUnsentReminderWhenTheMoneyComes() throws Exception {
        var order = UUID.randomUUID().toString();
        var result = client.newCreateInstanceCommand()
                .bpmnProcessId(ProcessIds.PAYMENT)
                .latestVersion()
                .variables(Map.of(
                        "orderId", order,
                        "paymentRemindAt", Instant.now().toString(),
                        "paymentExpiresAt",
                                Instant.now().plus(Duration.ofHours(1)).toString()))
                .withResult()
                .requestTimeout(Duration.ofMinutes(1))
                .send();
        complete(JobTypes.REQUEST_PAYMENT);
        activate(JobTypes.REMIND_CUSTOMER);
        publish(ProcessMessages.PAYMENT_CAPTURED, order, Map.of());

        assertThat(result.toCompletableFuture().get(1, TimeUnit.MINUTES).getVariablesAsMap())
                .containsEntry("paid", true);
    }

    @Test
    void keepsToOneInstanceOfAnOrderAndGivesCalledProcessesOnlyWhatTheyNeed() {
        var order = UUID.randomUUID().toString();
        var now = Instant.now();
        Map<String, Object> placed = Map.ofEntries(
                entry("orderId", order),
                entry("channel", "online"),
                entry("paymentMethod", "cash"),
                entry("zone", "north"),
                entry("zoneTakesCash", true),
                entry("openCash", 0),
                entry("deliveredBefore", 0),
                entry("amountDue", 50_000),
                entry("preparationStartsAt", now.toString()),
                entry("slotStartsAt", now.plus(Duration.ofHours(1)).toString()),
                entry("slotEndsAt", now.plus(Duration.ofHours(2)).toString()));
        publish(ProcessMessages.ORDER_PLACED, order, placed);
        publish(ProcessMessages.ORDER_REINSTATED, order, placed);
        complete(JobTypes.CONFIRM_ORDER);
        var packing = activate("io.camunda.zeebe:userTask");
        client.newCompleteCommand(packing).send().join();
        publish(ProcessMessages.DELIVERY_DISPATCHED, order, Map.of("driver", "ravi"));
        var trip = activate("io.camunda.zeebe:userTask");

        assertThat(packing.getElementId()).isEqualTo(Elements.PACK_ORDER);
        assertThat(packing.getCustomHeaders())
                .containsEntry("io.camunda.zeebe:candidateGroups", "[\"packer\"]")
                .containsKeys("io.camunda.zeebe:formKey", "io.camunda.zeebe:dueDate");
        assertThat(trip.getElementId()).isEqualTo(Elements.DELIVER_ORDER);
        assertThat(trip.getVariablesAsMap()).containsOnlyKeys("orderId", "slotStartsAt", "slotEndsAt", "driver");
        assertThat(jobs(JobTypes.CONFIRM_ORDER)).isEmpty();

        publish(ProcessMessages.ORDER_CANCELLED, order, Map.of());
        client.newCompleteCommand(activate(JobTypes.CALCULATE_REFUND))
                .variables(Map.of("anythingDue", false))
                .send()
                .join();
        complete(JobTypes.CONFIRM_ORDER);
    }

    private static DeploymentEvent deploy() throws IOException {
        var files = new ArrayList<Resource>();
        for (var pattern : List.of("bpmn/*.bpmn", "dmn/*.dmn", "forms/*.form")) {
            files.addAll(List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)));
        }
        var first = files.removeFirst();
        var command = client.newDeployResourceCommand().addResourceBytes(first.getContentAsByteArray(), name(first));
        for (var file : files) {
            command.addResourceBytes(file.getContentAsByteArray(), name(file));
        }
        return command.send().join();
    }

    private static List<String> constants(Class<?> names) {
        return Arrays.stream(names.getFields())
                .map(field -> String.valueOf(ReflectionUtils.getField(field, null)))
                .toList();
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static void publish(String message, String order, Map<String, ?> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(order)
                .timeToLive(Duration.ofHours(1))
                .variables(variables)
                .send()
                .join();
    }

    private static void complete(String type) {
        client.newCompleteCommand(activate(type)).send().join();
    }

    private static ActivatedJob activate(String type) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> jobs(type), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<ActivatedJob> jobs(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(10))
                .requestTimeout(Duration.ofSeconds(1))
                .send()
                .join()
                .getJobs();
    }
}
