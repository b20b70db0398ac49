package app.orchard.console;

import app.orchard.shared.Business;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
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

    /** @param local at the business */
    public Instant instant(LocalDateTime local) {
        return local.atZone(business.zone()).toInstant();
    }

    /** What the clocks of the business show. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), business.zone());
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

    public boolean isToday(Instant instant) {
        return business.dayOf(instant).equals(business.dayOf(clock.instant()));
    }

    /** {@code 22 Nov}, {@code 22 Nov – 24 Nov} */
    public String days(LocalDate from, LocalDate until) {
        return from.equals(until) ? DAY.format(from) : DAY.format(from) + " – " + DAY.format(until);
    }

    /** {@code Saturdays 10:00–12:00} */
    public String weekly(DayOfWeek weekday, LocalTime from, LocalTime until) {
        String name = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return Text.of("weekly", name, HOUR.format(from) + "–" + HOUR.format(until));
    }

    /** {@code from Sun 22 Nov}, {@code until Sun 22 Nov}; empty for what began and does not end */
    public String valid(LocalDate from, @Nullable LocalDate until) {
        if (until != null) {
            return Text.of("valid.until", DAY.format(until));
        }
        return from.isAfter(business.dayOf(clock.instant())) ? Text.of("valid.from", DAY.format(from)) : "";
    }

    /** {@code Today}, {@code Tomorrow}, {@code Sun 22 Nov} */
    public String day(LocalDate day) {
        return day(day.atTime(LocalTime.NOON).atZone(business.zone()).toInstant());
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

    /** {@code 0.4 s}, {@code 12 s}, {@code 40 min} */
    public String brief(double seconds) {
        if (seconds >= 60) {
            return span(Duration.ofSeconds(Math.round(seconds)));
        }
        return Text.of("span.seconds", seconds < 10 ? Math.round(seconds * 10) / 10.0 : Math.round(seconds));
    }

    /** {@code 40 min}, {@code 3 h} */
    public String span(Duration span) {
        if (span.toMinutes() < 60) {
            return Text.of("span.minutes", Math.max(1, span.toMinutes()));
        }
        return span.toHours() < 48 ? Text.of("span.hours", span.toHours()) : Text.of("span.days", span.toDays());
    }
}
