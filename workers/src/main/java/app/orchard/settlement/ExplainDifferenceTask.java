package app.orchard.settlement;

import app.orchard.processes.Elements;
import app.orchard.task.Task;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubject;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The founder says where the money is; the process learns only that it is explained. */
@Component
class ExplainDifferenceTask implements TaskHandler, TaskSubject {

    private final Differences differences;

    ExplainDifferenceTask(Differences differences) {
        this.differences = differences;
    }

    @Override
    public String element() {
        return Elements.EXPLAIN_DIFFERENCE;
    }

    @Override
    public Optional<String> sentence(Task task) {
        return differences.get(subject(task)).map(Difference::inWords);
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        String explanation = String.valueOf(submission.values().get("explanation"));
        differences.explain(subject(submission.task()), explanation.strip(), submission.by());
        return Map.of();
    }

    private static Subject subject(Task task) {
        return Subject.of(String.valueOf(task.subject()));
    }
}
