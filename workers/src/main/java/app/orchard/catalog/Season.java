package app.orchard.catalog;

import app.orchard.shared.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;

/** Weeks of each year, both days included; from December into January it goes over the new year. */
public record Season(MonthDay from, MonthDay until) {

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("MM-dd");

    public boolean contains(LocalDate day) {
        MonthDay today = MonthDay.from(day);
        boolean isAfterStart = !today.isBefore(from);
        boolean isBeforeEnd = !today.isAfter(until);
        return from.isAfter(until) ? isAfterStart || isBeforeEnd : isAfterStart && isBeforeEnd;
    }

    /** @param text {@code 04-15} @throws Refusal INVALID {@code bad-season} */
    static MonthDay parse(String text) {
        try {
            return MonthDay.parse(text, STORED);
        } catch (DateTimeException e) {
            throw Refusal.invalid("bad-season", "A season is from one day of the year until another.")
                    .because(e);
        }
    }

    static String stored(MonthDay day) {
        return STORED.format(day);
    }
}
