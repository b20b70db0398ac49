package app.orchard.feedback;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class ReportLateAnswerWorker {

    private final Feedbacks feedbacks;

    ReportLateAnswerWorker(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    @JobWorker(type = JobTypes.REPORT_LATE_ANSWER)
    void reportLateAnswer(@Variable String orderId) {
        feedbacks.reportDelay(OrderId.of(orderId));
    }
}
