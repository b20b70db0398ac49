package app.orchard.engine;

import app.orchard.shared.OrderId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engine waits for somebody. Published in the reader's transaction.
 *
 * @param key the key of the job that completes the task
 * @param name of the user task in the model
 * @param subject what the process is about, when it is about no order
 * @param formKey of the form in the version that was current
 * @param replayed read again after a rebuild: everybody already heard of it
 */
public record UserTaskCreated(
        long key,
        long instanceKey,
        String process,
        String element,
        String name,
        @Nullable OrderId orderId,
        @Nullable String subject,
        Set<String> groups,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        @Nullable Long formKey,
        Instant createdAt,
        boolean replayed) {}
