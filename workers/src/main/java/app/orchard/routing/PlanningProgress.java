package app.orchard.routing;

import java.time.Duration;

/**
 * How far planning is.
 *
 * @param done from 0 to 1
 * @param unplaced stops that have no place in the best plan so far
 */
public record PlanningProgress(double done, Duration spent, long rounds, int unplaced, double cost) {}
