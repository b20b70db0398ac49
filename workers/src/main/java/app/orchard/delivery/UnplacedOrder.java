package app.orchard.delivery;

import app.orchard.shared.OrderId;

/**
 * An order that has no place in the plan.
 *
 * @param sentence why, for people
 */
public record UnplacedOrder(OrderId order, String number, String sentence) {}
