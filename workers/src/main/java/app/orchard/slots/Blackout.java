package app.orchard.slots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days without deliveries, both included.
 *
 * @param zone code of the zone; null for all
 * @param reason shown to customers
 * @param closedBy the name of who said so
 */
public record Blackout(
        UUID id,
        @Nullable String zone,
        LocalDate fromDay,
        LocalDate untilDay,
        String reason,
        String closedBy,
        Instant closedAt) {}
