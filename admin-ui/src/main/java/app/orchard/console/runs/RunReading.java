package app.orchard.console.runs;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.delivery.Positions;
import app.orchard.delivery.RunRow;
import app.orchard.delivery.RunState;
import app.orchard.delivery.Runs;
import app.orchard.processes.Elements;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import app.orchard.task.Tasks;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads runs together with the tasks about them. */
@Service
class RunReading implements Counter {

    private static final int MOST = 200;
    private static final Set<String> TOPICS = Set.of(Runs.TOPIC, Positions.TOPIC, "orders", "tasks");

    private record Key(String what, String run) {}

    private final Runs runs;
    private final Tasks tasks;
    private final StaffAccounts accounts;
    private final Positions positions;

    RunReading(Runs runs, Tasks tasks, StaffAccounts accounts, Positions positions) {
        this.runs = runs;
        this.tasks = tasks;
        this.accounts = accounts;
        this.positions = positions;
    }

    Feed<List<RunRow>> all(Staff founder) {
        return new Feed<>(new Key(Pages.RUNS, ""), TOPICS::contains, () -> runs.all(founder));
    }

    /** @throws app.orchard.shared.Refusal NOT_FOUND */
    Feed<RunFacts> one(UUID run, Staff founder) {
        return new Feed<>(new Key(Pages.RUNS, run.toString()), TOPICS::contains, () -> read(run, founder));
    }

    @Override
    public String page() {
        return Pages.RUNS;
    }

    /** Those that wait for the founder. */
    @Override
    public Feed<Integer> feed(Staff founder) {
        return new Feed<>(new Key("planned runs", ""), TOPICS::contains, () -> (int) runs.all(founder).stream()
                .filter(run -> run.state() == RunState.PLANNED)
                .count());
    }

    private RunFacts read(UUID run, Staff founder) {
        return new RunFacts(
                runs.get(run, founder),
                approval(run, founder),
                accounts.withRole(Role.DRIVER).stream()
                        .map(driver -> new TaskForm.Option(driver.login(), driver.name()))
                        .toList(),
                positions.of(run, founder));
    }

    private @Nullable Task approval(UUID run, Staff founder) {
        return tasks.inbox(Set.of(Elements.APPROVE_RUN), founder, MOST).stream()
                .filter(task -> run.toString().equals(task.subject()))
                .findFirst()
                .orElse(null);
    }
}
