package app.orchard.feedback;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class AskForFeedbackWorker {

    private final Feedbacks feedbacks;

    AskForFeedbackWorker(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    @JobWorker(type = JobTypes.ASK_FOR_FEEDBACK)
    void askForFeedback(@Variable String orderId) {
        feedbacks.ask(OrderId.of(orderId));
    }
}
