package app.orchard.settlement;

import app.orchard.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What one capture, refund, count or row of a statement adds to a day.
 *
 * @param order null for what belongs to no order of ours
 * @param what happened, for people
 * @param sums of this line alone
 */
public record SettlementLine(@Nullable OrderId order, String what, SettlementDay sums) {}
