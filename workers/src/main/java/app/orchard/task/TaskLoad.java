package app.orchard.task;

/**
 * How many tasks are open.
 *
 * @param overdue whose time is over
 * @param today due later today
 * @param later due on another day, or at no time
 * @param refunds of all these, refunds to approve
 */
public record TaskLoad(int overdue, int today, int later, int refunds) {}
