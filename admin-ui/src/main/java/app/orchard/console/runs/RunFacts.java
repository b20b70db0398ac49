package app.orchard.console.runs;

import app.orchard.delivery.RunView;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run with what the founder can do about it.
 *
 * @param approval the task that waits for the founder; null when none does
 * @param drivers who can drive a tour
 */
record RunFacts(RunView view, @Nullable Task approval, List<TaskForm.Option> drivers) {}
