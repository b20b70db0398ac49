package app.orchard.feedback;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.task.Task;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubject;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The founder writes to a customer who was not happy. */
@Component
class AnswerComplaintTask implements TaskHandler, TaskSubject {

    private final Feedbacks feedbacks;

    AnswerComplaintTask(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    @Override
    public String element() {
        return Elements.ANSWER_COMPLAINT;
    }

    @Override
    public Optional<String> sentence(Task task) {
        return Optional.ofNullable(task.orderId()).flatMap(feedbacks::inWords);
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        OrderId order = submission.task().orderId();
        if (order == null) {
            throw Refusal.notFound("order");
        }
        String answer = String.valueOf(submission.values().get("answer"));
        feedbacks.answer(order, answer.strip(), submission.by());
        return Map.of();
    }
}
