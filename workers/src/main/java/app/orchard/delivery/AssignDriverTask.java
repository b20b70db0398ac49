package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.staff.Role;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.TaskForm;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskOptions;
import app.orchard.task.TaskSubmission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class AssignDriverTask implements TaskHandler, TaskOptions {

    private final Deliveries deliveries;
    private final StaffAccounts staff;

    AssignDriverTask(Deliveries deliveries, StaffAccounts staff) {
        this.deliveries = deliveries;
        this.staff = staff;
    }

    @Override
    public String element() {
        return Elements.ASSIGN_DRIVER;
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        String driver = String.valueOf(submission.values().get("driver"));
        deliveries.assign(Objects.requireNonNull(submission.task().orderId()), driver, submission.by());
        return Map.of("driver", driver);
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
}
