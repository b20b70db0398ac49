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
    private final Conversation.Place conversations;

    TaskPanels(Tasks tasks, Entries entries, Times times, Conversation.Place conversations) {
        this.tasks = tasks;
        this.entries = entries;
        this.times = times;
        this.conversations = conversations;
    }

    /** @throws app.orchard.shared.Refusal when it is gone, done, or not theirs */
    public TaskPanel open(long key, Staff staff, TaskPanel.Listener listener) {
        Entry entry = entries.get(key, staff);
        return new TaskPanel(entry, tasks, staff, times, conversations.about(entry.task(), staff), listener);
    }
}
