package app.orchard.task;

import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody completed.
 *
 * @param name the user task's name in the model; its id when its process is not known any more
 * @param by login
 */
public record DoneTask(long key, String name, @Nullable OrderId orderId, String by, Instant at) {}
