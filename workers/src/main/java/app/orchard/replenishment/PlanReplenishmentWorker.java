package app.orchard.replenishment;

import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class PlanReplenishmentWorker {

    private final Replenishments replenishments;

    PlanReplenishmentWorker(Replenishments replenishments) {
        this.replenishments = replenishments;
    }

    @JobWorker(type = JobTypes.PLAN_REPLENISHMENT)
    Map<String, Object> plan(ActivatedJob job, @Variable String replenishmentId) {
        return Map.of(
                "orderBefore",
                replenishments
                        .plan(UUID.fromString(replenishmentId), job.getProcessInstanceKey())
                        .toString());
    }
}
