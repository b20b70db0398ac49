package app.orchard.refund;

import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ReportRefundDelayWorker {

    private final RefundSteps steps;

    ReportRefundDelayWorker(RefundSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.REPORT_REFUND_DELAY)
    void reportDelay(@Variable String refundId) {
        steps.reportDelay(UUID.fromString(refundId));
    }
}
