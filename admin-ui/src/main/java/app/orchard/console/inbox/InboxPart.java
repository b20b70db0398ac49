package app.orchard.console.inbox;

import app.orchard.console.Times;
import app.orchard.processes.Elements;
import app.orchard.task.Task;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the tasks are shown. */
enum InboxPart {
    ALL,
    OVERDUE,
    TODAY,
    LATER,
    REFUNDS,
    SNOOZED,
    /** What was done: not a part of what is open. */
    DONE;

    /** @param name as it stands in the address; what makes no sense shows all */
    static InboxPart of(Optional<String> name) {
        return Arrays.stream(values())
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name.orElse("")))
                .findFirst()
                .orElse(ALL);
    }

    boolean has(Task task, Times times) {
        Instant due = task.dueAt();
        if ((this == SNOOZED) != (task.snoozedUntil() != null)) {
            return false;
        }
        return switch (this) {
            case ALL, SNOOZED -> true;
            case DONE -> false;
            case OVERDUE -> times.isOverdue(due);
            case TODAY -> due != null && times.isToday(due) && !times.isOverdue(due);
            case LATER -> due == null || !times.isToday(due) && !times.isOverdue(due);
            case REFUNDS -> task.element().equals(Elements.APPROVE_REFUND);
        };
    }
}
