package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.task.Task;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubject;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody else than the driver counts; sums and note stay here. */
@Component
class CountCashTask implements TaskHandler, TaskSubject {

    private final Tours tours;
    private final RunSentences sentences;

    CountCashTask(Tours tours, RunSentences sentences) {
        this.tours = tours;
        this.sentences = sentences;
    }

    @Override
    public String element() {
        return Elements.COUNT_CASH;
    }

    @Override
    public Optional<String> sentence(Task task) {
        return sentences.ofCash(ApproveRunTask.subject(task));
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        Object note = submission.values().get("note");
        tours.count(
                ApproveRunTask.subject(submission.task()),
                Rupees.typed(submission.values().get("counted")),
                note == null ? "" : note.toString(),
                submission.by());
        return Map.of();
    }
}
