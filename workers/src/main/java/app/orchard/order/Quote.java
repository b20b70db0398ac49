package app.orchard.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an order would cost, line by line. The prices hold until it expires.
 *
 * @param zone code of the zone that is delivered to
 */
public record Quote(UUID id, UUID address, String zone, List<OrderLine> lines, Totals totals, Instant expiresAt) {}
