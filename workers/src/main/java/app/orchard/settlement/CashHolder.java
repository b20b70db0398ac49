package app.orchard.settlement;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who carries cash of the business.
 *
 * @param since when the oldest of it was collected
 */
public record CashHolder(UUID staff, String name, Money amount, int orders, Instant since) {}
