package app.orchard.stall;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and when customers find a stall.
 *
 * @param address for people; empty when nobody wrote it down
 * @param days on which it is there, Monday first; none when nobody said
 * @param opens in the business's local time; null, as its end, when nobody said
 */
public record Stand(
        String name,
        String address,
        List<DayOfWeek> days,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes) {

    public boolean hasHours() {
        return opens != null && !days.isEmpty();
    }
}
