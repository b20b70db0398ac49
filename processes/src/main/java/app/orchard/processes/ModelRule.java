package app.orchard.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.RootElement;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What we ask of every model beyond its being executable; each finds the ids of the elements that break it. */
enum ModelRule {
    IDS_ARE_CHOSEN(ModelRule::generatedIds, "has an id that nobody chose: name it like userTask_packOrder"),
    TASKS_ARE_VERB_AND_OBJECT(
            ModelRule::badlyNamedTasks, "should be called by a verb and an object, such as “Pack order”"),
    EVENTS_SAY_WHAT_HAPPENED(ModelRule::unnamedEvents, "should say what happened, such as “Payment captured”"),
    DECISIONS_ASK_AND_JOINS_ARE_UNNAMED(
            ModelRule::badlyNamedGateways, "should ask a question where ways part, and have no name where they meet"),
    ANSWERS_STAND_ON_THE_FLOWS_OF_DECISIONS(
            ModelRule::badlyNamedFlows, "should carry the answer when it leaves a decision, and nothing elsewhere"),
    DECISIONS_HAVE_CONDITIONS_AND_A_DEFAULT(
            ModelRule::undecidedGateways, "needs a condition on each way out but one, which is the default"),
    FLOWS_MEET_ONLY_AT_GATEWAYS(ModelRule::implicitJoins, "has several ways in or out: put a gateway there"),
    EVERY_WAIT_HAS_A_TIMER(ModelRule::endlessWaits, "waits for ever: give it a timer"),
    EVERYTHING_IS_DRAWN(model -> new Layout(model).undrawn(), "is not drawn"),
    LINES_RUN_AT_RIGHT_ANGLES(model -> new Layout(model).oblique(), "does not run at right angles"),
    LINES_DO_NOT_CROSS(model -> new Layout(model).crossing(), "cross"),
    NOTHING_LIES_ON_ANYTHING_ELSE(model -> new Layout(model).covering(), "lie on each other"),
    THE_HAPPY_PATH_RUNS_STRAIGHT_TO_THE_RIGHT(
            model -> new Layout(model).bent(), "leads to no end on one straight line to the right");

    private static final Map<Class<? extends ModelElementInstance>, String> PREFIXES = Map.ofEntries(
            Map.entry(StartEvent.class, "startEvent"),
            Map.entry(EndEvent.class, "endEvent"),
            Map.entry(IntermediateCatchEvent.class, "catchEvent"),
            Map.entry(BoundaryEvent.class, "boundaryEvent"),
            Map.entry(ServiceTask.class, "serviceTask"),
            Map.entry(UserTask.class, "userTask"),
            Map.entry(ReceiveTask.class, "receiveTask"),
            Map.entry(BusinessRuleTask.class, "businessRuleTask"),
            Map.entry(CallActivity.class, "callActivity"),
            Map.entry(SubProcess.class, "(eventSubProcess|subProcess)"),
            Map.entry(ExclusiveGateway.class, "gateway"),
            Map.entry(EventBasedGateway.class, "gateway"),
            Map.entry(SequenceFlow.class, "flow"),
            Map.entry(Message.class, "message"),
            Map.entry(Error.class, "error"));

    private final Function<BpmnModelInstance, Stream<String>> findings;
    private final String complaint;

    ModelRule(Function<BpmnModelInstance, Stream<String>> findings, String complaint) {
        this.findings = findings;
        this.complaint = complaint;
    }

    Stream<String> findings(BpmnModelInstance model) {
        return findings.apply(model);
    }

    /** One sentence for each finding. */
    Stream<String> sentences(BpmnModelInstance model) {
        return findings(model).map(id -> called(model, id) + " " + complaint + ".");
    }

    /** {@code “Pack order” (userTask_packOrder)} */
    static String called(BpmnModelInstance model, String id) {
        return model.getModelElementById(id) instanceof FlowElement element
                        && !name(element).isBlank()
                ? "“" + name(element) + "” (" + id + ")"
                : id;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Stream<String> generatedIds(BpmnModelInstance model) {
        return Stream.concat(
                        all(model, FlowElement.class).map(element -> (ModelElementInstance) element),
                        all(model, RootElement.class).filter(root -> root instanceof Message || root instanceof Error))
                .filter(element -> !id(element).matches(prefix(element) + "_[a-z][a-zA-Z]+"))
                .map(ModelRule::id);
    }

    private static String prefix(ModelElementInstance element) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("[a-z][a-zA-Z]+");
    }

    private static Stream<String> badlyNamedTasks(BpmnModelInstance model) {
        return all(model, Activity.class)
                .filter(task -> !name(task).matches("[A-Z][a-z]+( [a-z]+)+"))
                .map(Activity::getId);
    }

    private static Stream<String> unnamedEvents(BpmnModelInstance model) {
        return all(model, Event.class)
                .filter(event -> !name(event).matches("[A-Z][a-z]+( [a-z]+)*"))
                .map(Event::getId);
    }

    private static Stream<String> badlyNamedGateways(BpmnModelInstance model) {
        return all(model, Gateway.class)
                .filter(gateway ->
                        gateway.getOutgoing().size() > 1 != name(gateway).endsWith("?"))
                .map(Gateway::getId);
    }

    private static Stream<String> badlyNamedFlows(BpmnModelInstance model) {
        return all(model, SequenceFlow.class)
                .filter(flow -> isDecision(flow.getSource()) == name(flow).isBlank())
                .map(SequenceFlow::getId);
    }

    private static Stream<String> undecidedGateways(BpmnModelInstance model) {
        return all(model, ExclusiveGateway.class)
                .filter(ModelRule::isDecision)
                .filter(gateway -> gateway.getOutgoing().stream()
                        .anyMatch(flow -> (flow.getConditionExpression() == null) != flow.equals(gateway.getDefault())))
                .map(ExclusiveGateway::getId);
    }

    private static Stream<String> implicitJoins(BpmnModelInstance model) {
        return all(model, FlowNode.class)
                .filter(node -> node instanceof Gateway ? joins(node) && splits(node) : joins(node) || splits(node))
                .map(FlowNode::getId);
    }

    private static boolean joins(FlowNode node) {
        return node.getIncoming().size() > 1;
    }

    private static boolean splits(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    private static Stream<String> endlessWaits(BpmnModelInstance model) {
        var tasks = Stream.concat(all(model, UserTask.class), all(model, ReceiveTask.class))
                .filter(task -> !hasBoundaryTimer(model, task))
                .map(FlowElement::getId);
        var gateways = all(model, EventBasedGateway.class)
                .filter(gateway -> gateway.getSucceedingNodes().list().stream().noneMatch(ModelRule::isTimer))
                .map(FlowElement::getId);
        var events = all(model, IntermediateCatchEvent.class)
                .filter(event -> !isTimer(event)
                        && event.getPreviousNodes().list().stream().noneMatch(EventBasedGateway.class::isInstance))
                .map(FlowElement::getId);
        return Stream.of(tasks, gateways, events).flatMap(Function.identity());
    }

    private static boolean hasBoundaryTimer(BpmnModelInstance model, ModelElementInstance waiting) {
        return waiting instanceof Activity activity
                && (all(model, BoundaryEvent.class)
                                .anyMatch(event -> activity.equals(event.getAttachedTo()) && isTimer(event))
                        || hasBoundaryTimer(model, activity.getParentElement()));
    }

    private static boolean isTimer(ModelElementInstance event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static boolean isDecision(FlowNode node) {
        return node instanceof ExclusiveGateway && splits(node);
    }

    private static <T extends ModelElementInstance> Stream<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    private static String id(ModelElementInstance element) {
        return Stream.ofNullable(element.getAttributeValue("id")).findFirst().orElse("");
    }

    private static String name(FlowElement element) {
        return Stream.ofNullable(element.getName()).findFirst().orElse("");
    }
}
