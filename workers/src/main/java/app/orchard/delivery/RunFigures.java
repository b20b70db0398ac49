package app.orchard.delivery;

import app.orchard.shared.Money;

/**
 * What a plan comes to.
 *
 * @param seconds from leaving to being back, of all tours together
 * @param lateSeconds by which customers are served too late, together
 */
public record RunFigures(long metres, long seconds, long lateSeconds, Money cost) {}
