package app.orchard.task;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.charset.StandardCharsets;

/** Small models for these tests. */
final class TestModels {

    static final String FORM = """
            {"id": "test-weigh", "type": "default", "executionPlatform": "Camunda Cloud",
             "executionPlatformVersion": "8.5.0", "schemaVersion": 16, "components": [
              {"type": "text", "text": "Weigh it."},
              {"type": "number", "key": "grams", "label": "Grams", "validate": {"required": true, "min": 1}},
              {"type": "select", "key": "scale", "label": "Scale", "values": [{"label": "Old", "value": "old"}]}]}""";

    private TestModels() {}

    /** A user task for packers that a message takes away, called by a process that knows the order. */
    static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addResourceBytes(FORM.getBytes(StandardCharsets.UTF_8), "test-weigh.form")
                .addProcessModel(weighing(), "test-weighing.bpmn")
                .addProcessModel(calling(), "test-calling.bpmn")
                .send()
                .join();
    }

    private static BpmnModelInstance weighing() {
        return Bpmn.createExecutableProcess("test-weighing")
                .startEvent("start")
                .userTask(
                        "userTask_weigh",
                        task -> task.name("Weigh the box")
                                .zeebeCandidateGroups("packer")
                                .zeebeDueDate("=dueAt")
                                .zeebeFormId("test-weigh"))
                .endEvent("weighed")
                .moveToActivity("userTask_weigh")
                .boundaryEvent(
                        "callOff",
                        event -> event.message(
                                message -> message.name("test.calledOff").zeebeCorrelationKey("=orderId")))
                .endEvent("calledOff")
                .done();
    }

    private static BpmnModelInstance calling() {
        return Bpmn.createExecutableProcess("test-calling")
                .startEvent("start")
                .message("test.boxFilled")
                .callActivity("callWeighing", call -> call.zeebeProcessId("test-weighing"))
                .endEvent("done")
                .done();
    }
}
