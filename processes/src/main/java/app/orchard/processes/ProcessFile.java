package app.orchard.processes;

import static app.orchard.processes.ModelCheck.DECISIONS_DECIDE;
import static app.orchard.processes.ModelCheck.ERRORS_ARE_REPORTED;
import static app.orchard.processes.ModelCheck.EXECUTABLE;
import static app.orchard.processes.ModelCheck.JOBS_HAVE_WORKERS;
import static app.orchard.processes.ModelCheck.MESSAGES_ARE_SENT;
import static app.orchard.processes.ModelCheck.NAMED_LIKE_ITS_FILE;
import static app.orchard.processes.ModelCheck.PARTS_EXIST;
import static app.orchard.processes.ModelCheck.READABLE;
import static app.orchard.processes.ModelCheck.STARTS_ARE_ITS_OWN;
import static app.orchard.processes.ModelCheck.STYLE;
import static app.orchard.processes.ModelCheck.TASKS_REACH_SOMEBODY;
import static app.orchard.processes.ModelCheck.WAITING_STEPS_ARE_KEPT;
import static app.orchard.processes.ModelCheck.WAITS_HAVE_TIMERS;
import static app.orchard.processes.ModelCheck.WHAT_IS_READ_IS_KEPT;
import static app.orchard.processes.ModelCheck.WORKERS_GET_THEIR_VARIABLES;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A BPMN file that somebody wants to deploy. */
public final class ProcessFile {

    private static final Set<ModelRule> NEEDED =
            EnumSet.of(ModelRule.EVERY_WAIT_HAS_A_TIMER, ModelRule.DECISIONS_HAVE_CONDITIONS_AND_A_DEFAULT);

    private final String id;
    private final BpmnModelInstance model;

    private ProcessFile(String id, BpmnModelInstance model) {
        this.id = id;
        this.model = model;
    }

    /**
     * Looks at everything, also when the first thing is wrong already; only what cannot be read is looked at no further.
     *
     * @param id as the file is named
     * @param deployed the newest deployed version; null when there is none
     */
    public static List<CheckResult> check(String id, String xml, @Nullable String deployed, Surroundings surroundings) {
        BpmnModelInstance model;
        try {
            model = read(xml);
        } catch (ModelException e) {
            return List.of(new CheckResult(READABLE, List.of("This is no BPMN model: " + innermost(e))));
        }
        return new ProcessFile(id, model).results(deployed == null ? null : read(deployed), surroundings);
    }

    static BpmnModelInstance read(String xml) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private List<CheckResult> results(@Nullable BpmnModelInstance deployed, Surroundings given) {
        List<CheckResult> results = new ArrayList<>();
        results.add(new CheckResult(READABLE, List.of()));
        results.add(new CheckResult(NAMED_LIKE_ITS_FILE, misnamed()));
        results.add(new CheckResult(EXECUTABLE, refusedByEngine()));
        results.add(new CheckResult(
                JOBS_HAVE_WORKERS,
                unknown(
                        ZeebeTaskDefinition.class,
                        ZeebeTaskDefinition::getType,
                        Names.of(JobTypes.class),
                        "asks for the work %s, which nobody does")));
        results.add(new CheckResult(WORKERS_GET_THEIR_VARIABLES, withheld(deployed)));
        results.add(new CheckResult(
                MESSAGES_ARE_SENT,
                named(
                        Message.class,
                        Message::getName,
                        Names.of(ProcessMessages.class),
                        "The message “%s” is sent by nobody.")));
        results.add(new CheckResult(
                ERRORS_ARE_REPORTED,
                named(
                        Error.class,
                        Error::getErrorCode,
                        Names.of(ErrorCodes.class),
                        "The error “%s” is reported by nobody.")));
        Map<String, ProcessParts> others = given.others(id);
        results.add(new CheckResult(STARTS_ARE_ITS_OWN, startedTwice(others)));
        results.add(new CheckResult(WHAT_IS_READ_IS_KEPT, dropped(deployed, others)));
        results.add(new CheckResult(PARTS_EXIST, missingParts(given)));
        results.add(new CheckResult(TASKS_REACH_SOMEBODY, unassigned(given.groups())));
        results.add(new CheckResult(
                WAITING_STEPS_ARE_KEPT,
                given.waiting().stream()
                        .filter(element -> model.getModelElementById(element) == null)
                        // Where the deployed version has no such step either, nothing gets worse
                        .filter(element -> deployed == null || deployed.getModelElementById(element) != null)
                        .sorted()
                        .map(element ->
                                "Orders stand at “" + element + "” now, and the changed model has no such step.")
                        .toList()));
        results.add(new CheckResult(
                WAITS_HAVE_TIMERS,
                ModelRule.EVERY_WAIT_HAS_A_TIMER.sentences(model).toList()));
        results.add(new CheckResult(
                DECISIONS_DECIDE,
                ModelRule.DECISIONS_HAVE_CONDITIONS_AND_A_DEFAULT
                        .sentences(model)
                        .toList()));
        results.add(new CheckResult(
                STYLE,
                Arrays.stream(ModelRule.values())
                        .filter(rule -> !NEEDED.contains(rule))
                        .flatMap(rule -> rule.sentences(model))
                        .toList()));
        return results;
    }

    private List<String> misnamed() {
        List<Process> processes = List.copyOf(model.getModelElementsByType(Process.class));
        if (processes.size() != 1) {
            return List.of("One file holds one process, this one holds " + processes.size() + ".");
        }
        String own = processes.getFirst().getId();
        return own.equals(id)
                ? List.of()
                : List.of("The process is called “" + own + "”, but the file “" + id + ".bpmn”.");
    }

    private List<String> refusedByEngine() {
        List<String> found = new ArrayList<>();
        model.validate(ZeebeDesignTimeValidators.VALIDATORS)
                .getResults()
                .forEach((element, complaints) -> complaints.forEach(
                        complaint -> found.add(ModelRule.called(model, String.valueOf(element.getAttributeValue("id")))
                                + ": " + complaint.getMessage())));
        model.getModelElementsByType(Process.class).stream()
                .filter(process -> !process.isExecutable())
                .forEach(process -> found.add("The process is not marked as executable."));
        all(ZeebeUserTask.class)
                .forEach(task -> found.add(ModelRule.called(model, stepOf(task))
                        + " is a “Camunda user task”: switch that off, so that the inbox gets it."));
        return found;
    }

    /** Inputs that a job of the deployed version is given by its step, and that the changed one no longer gives. */
    private List<String> withheld(@Nullable BpmnModelInstance deployed) {
        if (deployed == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (ZeebeTaskDefinition job : model.getModelElementsByType(ZeebeTaskDefinition.class)) {
            Set<String> before = deployed.getModelElementsByType(ZeebeTaskDefinition.class).stream()
                    .filter(each -> each.getType().equals(job.getType()))
                    .map(ProcessFile::inputs)
                    .reduce((one, other) -> {
                        one.retainAll(other);
                        return one;
                    })
                    .orElseGet(TreeSet::new);
            before.removeAll(inputs(job));
            before.forEach(input -> found.add(ModelRule.called(model, stepOf(job)) + " no longer gives “" + input
                    + "” to the work " + job.getType() + "."));
        }
        return found;
    }

    private static Set<String> inputs(ZeebeTaskDefinition job) {
        return job
                .getParentElement()
                .getChildElementsByType(io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping.class)
                .stream()
                .flatMap(mapping -> mapping.getChildElementsByType(ZeebeInput.class).stream())
                .map(ZeebeInput::getTarget)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> startedTwice(Map<String, ProcessParts> others) {
        Set<String> own = new ProcessParts(model).startMessages();
        List<String> found = new ArrayList<>();
        others.forEach((other, parts) -> parts.startMessages().stream()
                .filter(own::contains)
                .map(message -> "The message “" + message + "” starts the process “" + other
                        + "” already: everything would be done twice. Change “" + other + "” itself.")
                .forEach(found::add));
        return found;
    }

    private List<String> dropped(@Nullable BpmnModelInstance deployed, Map<String, ProcessParts> others) {
        ProcessParts own = new ProcessParts(model);
        List<String> found = new ArrayList<>();
        if (deployed != null) {
            found.addAll(own.dropped(new ProcessParts(deployed)));
        }
        if (!own.hasPlainStart()) {
            others.entrySet().stream()
                    .filter(other -> other.getValue().calledProcesses().contains(id))
                    .map(other -> "The process “" + other.getKey()
                            + "” calls this one: it needs a start event that waits for nothing.")
                    .forEach(found::add);
        }
        return found;
    }

    private List<String> missingParts(Surroundings given) {
        return Stream.of(
                        unknown(
                                ZeebeCalledElement.class,
                                ZeebeCalledElement::getProcessId,
                                given.processes().keySet(),
                                "calls the process %s, which is not deployed"),
                        unknown(
                                ZeebeCalledDecision.class,
                                ZeebeCalledDecision::getDecisionId,
                                given.decisions(),
                                "asks the table %s, which is not deployed"),
                        unknown(
                                ZeebeFormDefinition.class,
                                ZeebeFormDefinition::getFormId,
                                given.forms(),
                                "shows the form %s, which is not deployed"))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> unassigned(Set<String> groups) {
        return all(UserTask.class).flatMap(task -> unassigned(task, groups)).toList();
    }

    private Stream<String> unassigned(UserTask task, Set<String> groups) {
        List<ZeebeAssignmentDefinition> found = task.getExtensionElements() == null
                ? List.of()
                : List.copyOf(task.getExtensionElements().getChildElementsByType(ZeebeAssignmentDefinition.class));
        String step = ModelRule.called(model, task.getId());
        if (found.isEmpty()) {
            return Stream.of(step + " is given to nobody: name a candidate group or an assignee.");
        }
        String wanted = found.getFirst().getCandidateGroups();
        if (wanted == null || wanted.startsWith("=")) {
            return Stream.empty();
        }
        return Arrays.stream(wanted.split("\\s*,\\s*"))
                .filter(group -> !groups.contains(group))
                .map(group -> step + " is given to “" + group + "”, but nobody here is that. There are "
                        + String.join(", ", new TreeSet<>(groups)) + ".");
    }

    private <T extends ModelElementInstance> List<String> unknown(
            Class<T> type, Function<T, @Nullable String> name, Set<String> known, String complaint) {
        return all(type)
                .filter(part -> isUnknown(name.apply(part), known))
                .map(part -> ModelRule.called(model, stepOf(part)) + " "
                        + complaint.formatted("“" + name.apply(part) + "”") + ".")
                .toList();
    }

    private <T extends ModelElementInstance> List<String> named(
            Class<T> type, Function<T, @Nullable String> name, Set<String> known, String complaint) {
        return all(type)
                .map(name)
                .filter(each -> isUnknown(each, known))
                .map(complaint::formatted)
                .toList();
    }

    /** Expressions are known only when they are reached. */
    private static boolean isUnknown(@Nullable String name, Set<String> known) {
        return name == null || !name.startsWith("=") && !known.contains(name);
    }

    private static String stepOf(ModelElementInstance part) {
        ModelElementInstance step = part;
        while (step != null && !(step instanceof Activity)) {
            step = step.getParentElement();
        }
        return step instanceof Activity activity ? activity.getId() : "The model";
    }

    private <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }
}
