package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class PlanRunWorker {

    private final RunPlanning planning;

    PlanRunWorker(RunPlanning planning) {
        this.planning = planning;
    }

    @JobWorker(type = JobTypes.PLAN_RUN)
    Map<String, Object> planRun(@Variable String runId) {
        return Map.of("toDeliver", planning.plan(UUID.fromString(runId)));
    }
}
