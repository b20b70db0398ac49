package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst is told before a changed model is deployed. */
class ProcessFileTest {

    private static final String ORDER = model("order");

    @DisplayName("the models that come with the software pass")
    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#processes")
    void passesAllChecks(Path file) throws IOException {
        String xml = Files.readString(file);
        assertThat(ProcessFile.check(Models.idOf(file), xml, xml, surroundings(Set.of())))
                .hasSize(15)
                .allMatch(CheckResult::isPassed);
    }

    @DisplayName("each check says in words what is wrong")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAMED_LIKE_ITS_FILE | <bpmn:process id=\"order\" | <bpmn:process id=\"orders\" | called “orders”",
                "EXECUTABLE | isExecutable=\"true\" | isExecutable=\"false\" | not marked as executable",
                "JOBS_HAVE_WORKERS | type=\"order.confirmOrder\" | type=\"order.confirm\" | “order.confirm”, which nobody does",
                "MESSAGES_ARE_SENT | name=\"order.rescheduled\" | name=\"order.moved\" | “order.moved” is sent by nobody",
                "WHAT_IS_READ_IS_KEPT | messageRef=\"message_orderReinstated\" | messageRef=\"message_orderPlaced\" | “order.reinstated” starts the deployed version",
                "WHAT_IS_READ_IS_KEPT | messageRef=\"message_orderRescheduled\" | messageRef=\"message_orderCancelled\" | waits for the message “order.rescheduled”",
                "WHAT_IS_READ_IS_KEPT | \"userTask_packOrder\" | \"userTask_wrapOrder\" | knows the task “Pack order” (userTask_packOrder)",
                "PARTS_EXIST | processId=\"payment\" | processId=\"pay\" | “pay”, which is not deployed",
                "PARTS_EXIST | formId=\"pack-order\" | formId=\"pack\" | “pack”, which is not deployed",
                "PARTS_EXIST | decisionId=\"cash-limit\" | decisionId=\"cash\" | “cash”, which is not deployed",
                "TASKS_REACH_SOMEBODY | candidateGroups=\"packer\" | candidateGroups=\"kitchen\" | “kitchen”, but nobody here is that"
            })
    void saysWhatIsWrong(ModelCheck check, String good, String bad, String words) {
        assertThat(ORDER).contains(good);
        assertThat(ProcessFile.check("order", ORDER.replace(good, bad), ORDER, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .filteredOn(result -> result.check() == check)
                .singleElement()
                .satisfies(result -> assertThat(result.findings()).anyMatch(finding -> finding.contains(words)));
    }

    @Test
    @DisplayName("steps at which orders stand must stay")
    void keepsStepsAtWhichOrdersStand() {
        String without = ORDER.replace("\"serviceTask_confirmOrder\"", "\"serviceTask_acceptOrder\"");
        assertThat(wrong(without, surroundings(Set.of("userTask_packOrder", "serviceTask_confirmOrder"))))
                .containsExactly(
                        "Orders stand at “serviceTask_confirmOrder” now, and the changed model has no such step.");
    }

    @Test
    @DisplayName("steps that only a withdrawn version has stop nobody")
    void doesNotAskForStepsThatTheDeployedVersionHasNot() {
        assertThat(wrong(ORDER, surroundings(Set.of("userTask_callCustomer")))).isEmpty();
    }

    @Test
    @DisplayName("a copy does not start by the message by which another process starts")
    void keepsOrdersFromRunningTwice() {
        String copy = ORDER.replace("<bpmn:process id=\"order\"", "<bpmn:process id=\"order-two\"");
        assertThat(ProcessFile.check("order-two", copy, null, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .singleElement()
                .satisfies(result -> assertThat(result.findings())
                        .contains("The message “order.placed” starts the process “order” already: "
                                + "everything would be done twice. Change “order” itself."));
    }

    @Test
    @DisplayName("a process that another one calls goes on being startable")
    void keepsTheStartOfACalledProcess() {
        String called = model("payment");
        String plain = called.replaceFirst(
                "(<bpmn:startEvent id=\"startEvent_[a-zA-Z]+\"[^>]*>\\s*<bpmn:outgoing>[^<]*</bpmn:outgoing>)(\\s*</bpmn:startEvent>)",
                "$1<bpmn:messageEventDefinition messageRef=\"message_paymentCapturedLate\" />$2");
        assertThat(plain).isNotEqualTo(called);
        assertThat(ProcessFile.check("payment", plain, called, surroundings(Set.of())))
                .filteredOn(result -> result.check() == ModelCheck.WHAT_IS_READ_IS_KEPT)
                .flatExtracting(CheckResult::findings)
                .containsExactly("The process “order” calls this one: it needs a start event that waits for nothing.");
    }

    @Test
    @DisplayName("pools, lanes, remarks and data are drawn, and a drawing with slips is looked at too")
    void looksAtWhatElseIsDrawn() {
        String drawn = ORDER.replace("<bpmn:process id=\"order\"", """
                        <bpmn:collaboration id="Collaboration_1">
                          <bpmn:participant id="Participant_1" name="Shop" processRef="order" />
                          <bpmn:participant id="Participant_2" name="Customer" />
                          <bpmn:messageFlow id="Flow_1" sourceRef="Participant_2" targetRef="startEvent_orderPlaced" />
                        </bpmn:collaboration>
                        <bpmn:process id="order\"""")
                .replaceFirst("</bpmn:documentation>", """
                        </bpmn:documentation>
                        <bpmn:laneSet id="LaneSet_1">
                          <bpmn:lane id="Lane_1"><bpmn:flowNodeRef>userTask_packOrder</bpmn:flowNodeRef></bpmn:lane>
                        </bpmn:laneSet>""")
                .replaceFirst("</bpmn:process>", """
                        <bpmn:dataObjectReference id="Data_1" name="Slip" dataObjectRef="Object_1" />
                        <bpmn:dataObject id="Object_1" />
                        <bpmn:textAnnotation id="Remark_1"><bpmn:text>Cash first</bpmn:text></bpmn:textAnnotation>
                        <bpmn:association id="Association_1" sourceRef="gateway_howPaid" targetRef="Remark_1" />
                        </bpmn:process>""")
                .replaceFirst(
                        "</bpmndi:BPMNPlane>",
                        shape("Participant_1")
                                + shape("Participant_2")
                                + shape("Lane_1")
                                + shape("Data_1")
                                + shape("Remark_1")
                                + shape("gone")
                                + shape("userTask_packOrder")
                                + edge("Flow_1")
                                + edge("Association_1")
                                + edge("gone")
                                + edge("flow_orderPlaced")
                                + "</bpmndi:BPMNPlane>");
        assertThat(drawn).contains("Participant_1_drawn").contains("Object_1");
        assertThat(wrong(drawn, surroundings(Set.of()))).isEmpty();
    }

    private static String shape(String of) {
        return "<bpmndi:BPMNShape id=\"" + of + "_drawn\" bpmnElement=\"" + of
                + "\"><dc:Bounds x=\"0\" y=\"0\" width=\"10\" height=\"10\" /></bpmndi:BPMNShape>";
    }

    private static String edge(String of) {
        return "<bpmndi:BPMNEdge id=\"" + of + "_line\" bpmnElement=\"" + of
                + "\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>";
    }

    @Test
    @DisplayName("a wait without a timer is refused")
    void asksForTimers() {
        String broken = read(Path.of("src/test/resources/broken.bpmn"));
        assertThat(ProcessFile.check("broken", broken, null, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .extracting(CheckResult::check)
                .contains(ModelCheck.WAITS_HAVE_TIMERS, ModelCheck.DECISIONS_DECIDE);
        assertThat(ProcessFile.check("broken", broken, null, surroundings(Set.of())))
                .filteredOn(result -> result.check() == ModelCheck.STYLE)
                .singleElement()
                .matches(result -> !result.isPassed() && !result.isInTheWay());
    }

    @Test
    @DisplayName("what a step gave to its worker it goes on giving")
    void keepsWhatWorkersAreGiven() {
        String giving = ORDER.replace(
                "<zeebe:taskDefinition type=\"order.confirmOrder\" retries=\"5\" />",
                "<zeebe:taskDefinition type=\"order.confirmOrder\" retries=\"5\" /><zeebe:ioMapping>"
                        + "<zeebe:input source=\"=orderId\" target=\"confirmed\" /></zeebe:ioMapping>");
        assertThat(giving).isNotEqualTo(ORDER);
        assertThat(ProcessFile.check("order", ORDER, giving, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .flatExtracting(CheckResult::findings)
                .singleElement()
                .asString()
                .contains("no longer gives “confirmed” to the work order.confirmOrder");
    }

    @Test
    @DisplayName("what is no model at all is refused in words")
    void refusesWhatIsNoModel() {
        assertThat(wrong("Dear sirs", surroundings(Set.of())))
                .singleElement()
                .asString()
                .startsWith("This is no BPMN model");
    }

    private static List<String> wrong(String xml, Surroundings surroundings) {
        return ProcessFile.check("order", xml, ORDER, surroundings).stream()
                .filter(CheckResult::isInTheWay)
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    private static Surroundings surroundings(Set<String> waiting) {
        return new Surroundings(
                Set.of("founder", "packer", "driver", "stall"),
                Models.processes().stream().collect(Collectors.toMap(Models::idOf, ProcessFileTest::read)),
                ids(Models.decisions()),
                ids(Models.forms()),
                waiting);
    }

    private static Set<String> ids(List<Path> files) {
        return files.stream().map(Models::idOf).collect(Collectors.toSet());
    }

    private static String model(String id) {
        return read(Path.of("src/main/resources/bpmn/" + id + ".bpmn"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
