package app.orchard.processes;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the engine's record stream. */
final class RecordedHistory {
    private final Set<Long> started = new HashSet<>();
    private final Set<Long> over = new HashSet<>();
    private final List<String> work = new ArrayList<>();
    private final Set<String> ends = new HashSet<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> incidents = new ArrayList<>();

    private RecordedHistory() {}

    static History of(Stream<Record<?>> records) {
        var seen = read(records);
        return new History(
                seen.started.size(),
                seen.started.size() - seen.over.size(),
                seen.work,
                seen.ends,
                seen.variables,
                seen.incidents);
    }

    /** Keys of the process instances that are not over. */
    static Set<Long> running(Stream<Record<?>> records) {
        var seen = read(records);
        seen.started.removeAll(seen.over);
        return seen.started;
    }

    private static RecordedHistory read(Stream<Record<?>> records) {
        var seen = new RecordedHistory();
        records.filter(event -> event.getRecordType() == RecordType.EVENT).forEach(seen::see);
        return seen;
    }

    private void see(Record<?> event) {
        switch (event.getValue()) {
            case ProcessInstanceRecordValue step -> see(step, event);
            case JobRecordValue job -> see(job, event);
            case VariableRecordValue variable -> see(variable);
            case IncidentRecordValue incident -> see(incident, event);
            default -> {}
        }
    }

    private void see(JobRecordValue job, Record<?> event) {
        if (event.getIntent() == JobIntent.CREATED) {
            work.add(job.getType().startsWith("io.camunda.") ? job.getElementId() : job.getType());
        }
    }

    private void see(VariableRecordValue variable) {
        if (variable.getScopeKey() == variable.getProcessInstanceKey()) {
            variables.put(variable.getName(), variable.getValue());
        }
    }

    private void see(IncidentRecordValue incident, Record<?> event) {
        if (event.getIntent() == IncidentIntent.CREATED) {
            incidents.add(incident.getElementId() + ": " + incident.getErrorMessage());
        }
    }

    private void see(ProcessInstanceRecordValue step, Record<?> event) {
        var intent = event.getIntent();
        if (step.getBpmnElementType() == BpmnElementType.PROCESS) {
            if (intent == ProcessInstanceIntent.ELEMENT_ACTIVATED) {
                started.add(event.getKey());
            } else if (intent == ProcessInstanceIntent.ELEMENT_COMPLETED
                    || intent == ProcessInstanceIntent.ELEMENT_TERMINATED) {
                over.add(event.getKey());
            }
        } else if (step.getBpmnElementType() == BpmnElementType.END_EVENT
                && intent == ProcessInstanceIntent.ELEMENT_COMPLETED) {
            ends.add(step.getElementId());
        }
    }
}
