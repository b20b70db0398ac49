package app.orchard.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What others rely on in a process: by what it starts, what it waits for, whom it calls. */
record ProcessParts(BpmnModelInstance model) {

    /** What is kept of the deployed version, or a sentence for each thing that is not. */
    List<String> dropped(ProcessParts deployed) {
        List<String> found = new ArrayList<>();
        missing(deployed.startMessages(), startMessages())
                .map(message -> "The message “" + message + "” starts the deployed version, and not this one.")
                .forEach(found::add);
        missing(deployed.caughtMessages(), caughtMessages())
                .map(message -> "The deployed version waits for the message “" + message + "”, and this one nowhere.")
                .forEach(found::add);
        missing(deployed.knownTasks(), knownTasks())
                .map(task -> "The software knows the task " + ModelRule.called(deployed.model, task)
                        + " by its id, and it is missing here.")
                .forEach(found::add);
        return found;
    }

    private static Stream<String> missing(Set<String> before, Set<String> now) {
        return before.stream().filter(each -> !now.contains(each));
    }

    Set<String> startMessages() {
        return starts().flatMap(ProcessParts::messages).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasPlainStart() {
        return starts().anyMatch(start ->
                start.getChildElementsByType(EventDefinition.class).isEmpty());
    }

    Set<String> calledProcesses() {
        return model.getModelElementsByType(ZeebeCalledElement.class).stream()
                .map(ZeebeCalledElement::getProcessId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> caughtMessages() {
        Stream<String> events = model.getModelElementsByType(CatchEvent.class).stream()
                .filter(event -> !startsProcess(event))
                .flatMap(ProcessParts::messages);
        Stream<String> tasks =
                model.getModelElementsByType(ReceiveTask.class).stream().flatMap(task -> name(task.getMessage()));
        return Stream.concat(events, tasks).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> knownTasks() {
        Set<String> known = Names.of(Elements.class);
        return model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .filter(task -> task != null && known.contains(task))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<StartEvent> starts() {
        return model.getModelElementsByType(StartEvent.class).stream().filter(ProcessParts::startsProcess);
    }

    private static boolean startsProcess(ModelElementInstance event) {
        return event instanceof StartEvent && event.getParentElement() instanceof Process;
    }

    private static Stream<String> messages(ModelElementInstance event) {
        return event.getChildElementsByType(MessageEventDefinition.class).stream()
                .flatMap(definition -> name(definition.getMessage()));
    }

    private static Stream<String> name(@Nullable Message message) {
        return Stream.ofNullable(message).map(Message::getName).filter(Objects::nonNull);
    }
}
