package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class SettleRunWorker {

    private final Runs runs;

    SettleRunWorker(Runs runs) {
        this.runs = runs;
    }

    @JobWorker(type = JobTypes.SETTLE_RUN)
    void settleRun(@Variable String runId) {
        runs.settle(UUID.fromString(runId));
    }
}
