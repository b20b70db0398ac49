package app.orchard.routing;

import java.util.function.Consumer;

/** Plans who delivers what in which order. */
public interface RoutePlanner {

    /**
     * Ends after the problem's limit, or earlier when there is little to plan.
     *
     * @param progress told now and then, on the caller's thread
     */
    RoutePlan plan(RouteProblem problem, Consumer<PlanningProgress> progress);
}
