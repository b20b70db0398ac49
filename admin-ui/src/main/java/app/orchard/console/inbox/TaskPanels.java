package app.orchard.console.inbox;

import app.orchard.console.Times;
import app.orchard.staff.Staff;
import app.orchard.task.Tasks;
import org.springframework.stereotype.Service;

/** Opens tasks for people. */
@Service
public class TaskPanels {

    private final Tasks tasks;
    private final Entries entries;
    private final Times times;

    TaskPanels(Tasks tasks, Entries entries, Times times) {
        this.tasks = tasks;
        this.entries = entries;
        this.times = times;
    }

    /** @throws app.orchard.shared.Refusal when it is gone, done, or not theirs */
    public TaskPanel open(long key, Staff staff, TaskPanel.Listener listener) {
        return new TaskPanel(entries.get(key, staff), tasks, staff, times, listener);
    }
}
