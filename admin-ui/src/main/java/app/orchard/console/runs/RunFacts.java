package app.orchard.console.runs;

import app.orchard.delivery.Position;
import app.orchard.delivery.RunView;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run with what the founder can do about it.
 *
 * @param approval the task that waits for the founder; null when none does
 * @param drivers who can drive a tour
 * @param places where drivers on the road were seen last, by tour
 */
record RunFacts(RunView view, @Nullable Task approval, List<TaskForm.Option> drivers, Map<UUID, Position> places) {}
