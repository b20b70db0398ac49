package app.orchard.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run without its tours.
 *
 * @param zone the zone's code
 * @param round how often something left of this slot
 * @param plansAt when it is planned by itself
 * @param plans how many plans were made of it
 * @param orders how many wait for it or were given to its tours
 * @param packed how many of those are ready to leave
 * @param late the step that ran past its time last: approval
 */
public record RunRow(
        UUID id,
        UUID slot,
        String zone,
        String zoneName,
        Instant slotStartsAt,
        Instant slotEndsAt,
        Instant plansAt,
        int round,
        RunState state,
        int plans,
        int tours,
        int orders,
        int packed,
        @Nullable String late) {}
