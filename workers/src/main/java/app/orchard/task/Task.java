package app.orchard.task;

import app.orchard.shared.OrderId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do now, because a process is at a user task.
 *
 * @param element the user task's id in the model, one of {@code app.orchard.processes.Elements}
 * @param name the user task's name in the model
 * @param process the model's id
 * @param subject what it is about, when it is about no order: the process's variable of that name
 * @param groups who may do it: names of {@link app.orchard.staff.Role}s in lower case
 * @param assignee login of the one who has to do it, as the model says
 * @param claimedBy login of the one who said "I do it", or who was given it
 * @param handedBy login of the one who gave it to them
 * @param snoozedUntil until when it is out of the sight of whoever asks; null when it is not
 */
public record Task(
        long key,
        String element,
        String name,
        String process,
        long instanceKey,
        @Nullable OrderId orderId,
        @Nullable String subject,
        Set<String> groups,
        @Nullable String assignee,
        @Nullable String claimedBy,
        @Nullable String handedBy,
        @Nullable Instant snoozedUntil,
        @Nullable Instant dueAt,
        Instant createdAt) {}
