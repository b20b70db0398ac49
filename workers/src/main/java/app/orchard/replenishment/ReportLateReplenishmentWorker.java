package app.orchard.replenishment;

import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ReportLateReplenishmentWorker {

    private final Replenishments replenishments;

    ReportLateReplenishmentWorker(Replenishments replenishments) {
        this.replenishments = replenishments;
    }

    @JobWorker(type = JobTypes.REPORT_LATE_REPLENISHMENT)
    void reportDelay(@Variable String replenishmentId) {
        replenishments.reportDelay(UUID.fromString(replenishmentId));
    }
}
