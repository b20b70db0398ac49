package app.orchard.slots;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A window of delivery that comes again each week; slots are made ahead of it.
 *
 * @param zone code of the zone
 * @param cutoffLead orders are taken until so long before the start
 * @param capacity in stops
 * @param kitchenMinutes null when the kitchen is no limit
 * @param validUntil the last day; null for as long as it is not ended
 */
public record SlotTemplate(
        UUID id,
        String zone,
        DayOfWeek weekday,
        LocalTime starts,
        LocalTime ends,
        Duration cutoffLead,
        int capacity,
        @Nullable Integer kitchenMinutes,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {}
