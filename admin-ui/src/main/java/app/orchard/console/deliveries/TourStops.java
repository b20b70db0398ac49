package app.orchard.console.deliveries;

import app.orchard.delivery.TourView;
import app.orchard.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tour of a driver.
 *
 * @param start the task that starts it; null when it has started, or is not ready to
 * @param stops the open ones, in order
 */
record TourStops(TourView tour, @Nullable Task start, List<StopTask> stops) {}
