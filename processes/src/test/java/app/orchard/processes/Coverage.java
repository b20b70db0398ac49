package app.orchard.processes;

import static java.util.stream.Collectors.toCollection;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which parts of a model the tests went through.
 *
 * @param id of the process or decision
 * @param parts all elements and flows, or all rules
 * @param seen those that were completed, taken, or matched
 */
record Coverage(String id, Set<String> parts, Set<String> seen) {

    static Coverage ofProcess(String id, BpmnModelInstance process, Stream<Record<?>> records) {
        var coverage = of(id, Layout.partsOf(process).collect(toCollection(TreeSet::new)), records);
        Models.pulledFlowsOf(process).forEach((flow, event) -> {
            if (coverage.seen().contains(event)) {
                coverage.seen().add(flow);
            }
        });
        return coverage;
    }

    static Coverage ofDecision(String id, Set<String> rules, Stream<Record<?>> records) {
        return of(id, rules, records);
    }

    private static Coverage of(String id, Set<String> parts, Stream<Record<?>> records) {
        var seen = new TreeSet<String>();
        records.filter(event -> event.getRecordType() == RecordType.EVENT)
                .flatMap(event -> partsOf(id, event))
                .filter(parts::contains)
                .forEach(seen::add);
        return new Coverage(id, parts, seen);
    }

    private static Stream<String> partsOf(String id, Record<?> event) {
        return switch (event.getValue()) {
            case ProcessInstanceRecordValue step ->
                step.getBpmnProcessId().equals(id) && isThrough(event)
                        ? Stream.of(step.getElementId())
                        : Stream.empty();
            case DecisionEvaluationRecordValue evaluation ->
                evaluation.getEvaluatedDecisions().stream()
                        .filter(decision -> decision.getDecisionId().equals(id))
                        .flatMap(decision -> decision.getMatchedRules().stream())
                        .map(MatchedRuleValue::getRuleId);
            default -> Stream.empty();
        };
    }

    private static boolean isThrough(Record<?> event) {
        return event.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                || event.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN;
    }

    Set<String> unseen() {
        var unseen = new TreeSet<>(parts);
        unseen.removeAll(seen);
        return unseen;
    }

    boolean isComplete() {
        return !parts.isEmpty() && unseen().isEmpty();
    }

    @Override
    public String toString() {
        var line = "%-18s %3d of %3d, %5.1f %%"
                .formatted(id, seen.size(), parts.size(), 100.0 * seen.size() / parts.size());
        return isComplete() ? line : line + ", missing " + unseen();
    }
}
