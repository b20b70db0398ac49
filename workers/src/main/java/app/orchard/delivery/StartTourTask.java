package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.task.Task;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubject;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StartTourTask implements TaskHandler, TaskSubject {

    private final Tours tours;
    private final RunSentences sentences;

    StartTourTask(Tours tours, RunSentences sentences) {
        this.tours = tours;
        this.sentences = sentences;
    }

    @Override
    public String element() {
        return Elements.START_TOUR;
    }

    @Override
    public Optional<String> sentence(Task task) {
        return sentences.ofTour(ApproveRunTask.subject(task));
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        tours.start(ApproveRunTask.subject(submission.task()), submission.by());
        return Map.of();
    }
}
