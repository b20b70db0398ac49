package app.orchard.settlement;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Instant;

/**
 * What somebody collected for one order, or gave back (negative), and still carries.
 *
 * @param number as people say it: {@code M-1042}
 */
public record CashItem(OrderId order, String number, Money amount, Instant at) {}
