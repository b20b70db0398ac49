package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskOptions;
import app.orchard.task.TaskSubject;
import app.orchard.task.TaskSubmission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The founder looks at the plan: the process learns the tours and the logins of their drivers. */
@Component
class ApproveRunTask implements TaskHandler, TaskSubject, TaskOptions {

    private final Runs runs;
    private final RunSentences sentences;
    private final StaffAccounts staff;

    ApproveRunTask(Runs runs, RunSentences sentences, StaffAccounts staff) {
        this.runs = runs;
        this.sentences = sentences;
        this.staff = staff;
    }

    @Override
    public String element() {
        return Elements.APPROVE_RUN;
    }

    @Override
    public Optional<String> sentence(Task task) {
        return sentences.ofRun(subject(task));
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        if (!"approve".equals(submission.values().get("decision"))) {
            return Map.of("approved", false);
        }
        List<Map<String, String>> tours =
                runs
                        .approve(
                                subject(submission.task()),
                                text(submission.values().get("driver")),
                                submission.by())
                        .stream()
                        .map(tour -> Map.of("tourId", tour.id().toString(), "driver", String.valueOf(tour.driver())))
                        .toList();
        return Map.of("approved", true, "tours", tours);
    }

    @Override
    public String key() {
        return "drivers";
    }

    @Override
    public List<TaskForm.Option> options() {
        return staff.withRole(Role.DRIVER).stream()
                .map(driver -> new TaskForm.Option(driver.login(), driver.name()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** @throws Refusal NOT_FOUND for a task that names no run or tour */
    static UUID subject(Task task) {
        String subject = task.subject();
        if (subject == null) {
            throw Refusal.notFound("delivery run");
        }
        return UUID.fromString(subject);
    }
}
