package app.orchard.engine;

import app.orchard.RunningParts;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;

/** Small models for these tests. */
final class EngineModelsOfTests {

    static final int STEPS = 5;

    private EngineModelsOfTests() {}

    static void deploy() {
        try (CamundaClient client = RunningParts.client()) {
            client.newDeployResourceCommand()
                    .addProcessModel(counting(), "test-counting.bpmn")
                    .addProcessModel(waiting(), "test-waiting.bpmn")
                    .addProcessModel(stumbling(), "test-stumbling.bpmn")
                    .addProcessModel(choosing(), "test-choosing.bpmn")
                    .addProcessModel(forgotten(), "test-forgotten.bpmn")
                    .send()
                    .join();
        }
    }

    /** Takes {@code test.step} messages and ends well only if they come in their order. */
    private static BpmnModelInstance counting() {
        AbstractFlowNodeBuilder<?, ?> model =
                Bpmn.createExecutableProcess("test-counting").startEvent().message("test.counting");
        for (int step = 1; step <= STEPS; step++) {
            model = model.intermediateCatchEvent("step" + step)
                    .message(message -> message.name("test.step").zeebeCorrelationKey("=orderId"))
                    .exclusiveGateway("inOrder" + step)
                    .conditionExpression("step != " + step)
                    .endEvent("outOfOrder" + step)
                    .moveToLastExclusiveGateway()
                    .defaultFlow();
        }
        return model.endEvent("allInOrder").done();
    }

    /** Waits for somebody until {@code test.goOn}. */
    private static BpmnModelInstance waiting() {
        return Bpmn.createExecutableProcess("test-waiting")
                .name("Waiting")
                .startEvent("start")
                .message("test.waiting")
                .sequenceFlowId("flow_toTask")
                .userTask("userTask_wait", task -> task.name("Wait").zeebeCandidateGroups("packer"))
                .endEvent("waited")
                .moveToActivity("userTask_wait")
                .boundaryEvent(
                        "goOn",
                        event -> event.message(
                                message -> message.name("test.goOn").zeebeCorrelationKey("=name")))
                .endEvent("wentOn")
                .moveToProcess("test-waiting")
                .startEvent("startWithoutOrder")
                .connectTo("userTask_wait")
                .done();
    }

    /** Hands out one job of type {@code test.stumble}. */
    private static BpmnModelInstance stumbling() {
        return Bpmn.createExecutableProcess("test-stumbling")
                .startEvent("start")
                .message("test.stumbling")
                .serviceTask(
                        "serviceTask_stumble",
                        task -> task.name("Stumble")
                                .zeebeJobType("test.stumble")
                                .zeebeJobRetries("1"))
                .endEvent("stoodUp")
                .moveToActivity("serviceTask_stumble")
                .boundaryEvent("fell", event -> event.error("FELL"))
                .endEvent("lies")
                .done();
    }

    /** Waits for one of two messages. */
    private static BpmnModelInstance choosing() {
        return Bpmn.createExecutableProcess("test-choosing")
                .startEvent("start")
                .message("test.choosing")
                .eventBasedGateway("gateway_leftOrRight")
                .sequenceFlowId("flow_untilLeft")
                .intermediateCatchEvent("catchEvent_left")
                .message(message -> message.name("test.left").zeebeCorrelationKey("=orderId"))
                .endEvent("wentLeft")
                .moveToNode("gateway_leftOrRight")
                .sequenceFlowId("flow_untilRight")
                .intermediateCatchEvent("catchEvent_right")
                .message(message -> message.name("test.right").zeebeCorrelationKey("=orderId"))
                .endEvent("wentRight")
                .done();
    }

    /** Asks for work that nobody does. */
    private static BpmnModelInstance forgotten() {
        return Bpmn.createExecutableProcess("test-forgotten")
                .startEvent("start")
                .message("test.forgotten")
                .serviceTask("serviceTask_forgotten", task -> task.zeebeJobType("test.forgotten"))
                .endEvent("remembered")
                .done();
    }
}
