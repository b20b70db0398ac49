package app.orchard.console.deliveries;

import app.orchard.delivery.Stop;
import app.orchard.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A door to go to.
 *
 * @param task by which the driver says how it went; null until the order was handed to them
 */
record StopTask(Stop stop, @Nullable Task task) {}
