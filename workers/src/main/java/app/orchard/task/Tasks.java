package app.orchard.task;

import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The tasks of people. Everybody sees those of their groups and those assigned to them; a founder sees all. */
@Service
public class Tasks {

    /** What needs this person, the most urgent first. */
    public List<Task> inbox(Staff by, int limit) {
        throw new UnsupportedOperationException("" + by + limit);
    }

    public int count(Staff by) {
        throw new UnsupportedOperationException("" + by);
    }

    /** @throws app.orchard.shared.Refusal CONFLICT {@code task-gone} or {@code task-done}, FORBIDDEN */
    public Task get(long key, Staff by) {
        throw new UnsupportedOperationException("" + by + key);
    }

    /** The open ones. */
    public List<Task> ofOrder(OrderId order) {
        throw new UnsupportedOperationException("" + order);
    }

    /** @throws app.orchard.shared.Refusal CONFLICT {@code task-claimed} when somebody else did */
    public Task claim(long key, Staff by) {
        throw new UnsupportedOperationException("" + by + key);
    }

    public Task release(long key, Staff by) {
        throw new UnsupportedOperationException("" + by + key);
    }

    /**
     * Exactly once, whoever presses at the same time: checks the values against the form, lets the
     * {@link TaskHandler} apply them, and moves the process on.
     *
     * @throws app.orchard.shared.Refusal INVALID {@code task-form} with {@code fields}; CONFLICT {@code task-gone},
     *     {@code task-done}, {@code task-claimed}; FORBIDDEN; and whatever the handler refuses
     */
    public void complete(long key, Map<String, Object> submission, Staff by) {
        throw new UnsupportedOperationException("" + by + key + submission);
    }

    /** With the choices as they are now. */
    public TaskForm form(long key) {
        throw new UnsupportedOperationException("" + key);
    }
}
