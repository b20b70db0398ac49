package app.orchard.refund;

import app.orchard.payment.RefundProgress;
import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class SendRefundWorker {

    private final RefundSteps steps;

    SendRefundWorker(RefundSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.SEND_REFUND)
    Map<String, Object> sendRefund(@Variable String refundId, ActivatedJob job) {
        RefundProgress progress = steps.send(UUID.fromString(refundId), job.getProcessInstanceKey());
        return switch (progress.state()) {
            case DONE -> Map.of("outcome", "done");
            case BY_HAND -> Map.of("outcome", "byHand");
            case FAILED -> Map.of("outcome", "failed");
            case WAITING -> Map.of("outcome", "waiting", "askAgainAt", String.valueOf(progress.askAgainAt()));
        };
    }
}
