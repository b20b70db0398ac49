package app.orchard.console;

import app.orchard.shared.Business;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Moments as people at the business say them. */
@Service
public class Times {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final Business business;
    private final Clock clock;

    Times(Business business, Clock clock) {
        this.business = business;
        this.clock = clock;
    }

    /** {@code Today 17:00} */
    public String at(Instant instant) {
        return day(instant) + " " + hour(instant);
    }

    public String hour(Instant instant) {
        return HOUR.format(instant.atZone(business.zone()));
    }

    /** {@code Tomorrow 17:00–19:00}; empty without a slot */
    public String slot(@Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null ? "" : at(from) + "–" + hour(until);
    }

    /** {@code Due today 17:00}, {@code Overdue by 12 min}; empty without a due date */
    public String due(@Nullable Instant dueAt) {
        if (dueAt == null) {
            return "";
        }
        return isOverdue(dueAt)
                ? Text.of("due.over", span(Duration.between(dueAt, clock.instant())))
                : Text.of("due.at", at(dueAt));
    }

    public boolean isOverdue(@Nullable Instant dueAt) {
        return dueAt != null && clock.instant().isAfter(dueAt);
    }

    private String day(Instant instant) {
        LocalDate day = business.dayOf(instant);
        long ahead = day.toEpochDay() - business.dayOf(clock.instant()).toEpochDay();
        if (ahead == 0) {
            return Text.of("day.today");
        }
        if (ahead == 1) {
            return Text.of("day.tomorrow");
        }
        return ahead == -1 ? Text.of("day.yesterday") : DAY.format(day);
    }

    private static String span(Duration span) {
        if (span.toMinutes() < 60) {
            return Text.of("span.minutes", Math.max(1, span.toMinutes()));
        }
        return span.toHours() < 48 ? Text.of("span.hours", span.toHours()) : Text.of("span.days", span.toDays());
    }
}
