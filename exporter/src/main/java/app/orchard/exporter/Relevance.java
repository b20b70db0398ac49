package app.orchard.exporter;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.DecisionRequirementsIntent;
import io.camunda.zeebe.protocol.record.intent.FormIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.Map;
import java.util.Set;

/** Which of the engine's many records the application reads; all others are passed over. */
record Relevance(Set<String> variables) implements RecordFilter {

    private static final String USER_TASK = "io.camunda.zeebe:userTask";

    private static final Map<ValueType, Set<? extends Intent>> INTENTS = Map.of(
            ValueType.PROCESS_INSTANCE,
            Set.of(
                    ProcessInstanceIntent.ELEMENT_ACTIVATED,
                    ProcessInstanceIntent.ELEMENT_COMPLETED,
                    ProcessInstanceIntent.ELEMENT_TERMINATED,
                    ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN),
            ValueType.JOB,
            Set.of(JobIntent.CREATED, JobIntent.COMPLETED, JobIntent.CANCELED, JobIntent.ERROR_THROWN),
            ValueType.INCIDENT,
            Set.of(IncidentIntent.CREATED, IncidentIntent.RESOLVED),
            ValueType.VARIABLE,
            Set.of(VariableIntent.CREATED, VariableIntent.UPDATED),
            ValueType.DECISION_EVALUATION,
            Set.of(DecisionEvaluationIntent.EVALUATED, DecisionEvaluationIntent.FAILED),
            ValueType.PROCESS,
            Set.of(ProcessIntent.CREATED),
            ValueType.FORM,
            Set.of(FormIntent.CREATED),
            ValueType.DECISION_REQUIREMENTS,
            Set.of(DecisionRequirementsIntent.CREATED));

    @Override
    public boolean acceptType(RecordType type) {
        return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType type) {
        return INTENTS.containsKey(type);
    }

    boolean includes(Record<?> record) {
        return INTENTS.getOrDefault(record.getValueType(), Set.of()).contains(record.getIntent())
                && switch (record.getValue()) {
                    case JobRecordValue job -> USER_TASK.equals(job.getType());
                    case VariableRecordValue variable -> variables.contains(variable.getName());
                    default -> true;
                };
    }
}
