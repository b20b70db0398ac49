package app.orchard.replenishment;

import app.orchard.shared.Business;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the business buys, on some days of the week. */
@Component
class Market {

    private static final LocalTime OPENS = LocalTime.of(6, 0);

    private final JdbcClient jdbc;
    private final Business business;
    private final Clock clock;

    Market(JdbcClient jdbc, Business business, Clock clock) {
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    /** @param orderBefore later is too late for this day */
    record Day(LocalDate date, Instant orderBefore) {}

    private record Habit(Set<DayOfWeek> weekdays, Duration lead) {}

    /** The first market day for which one can still order. */
    Day next() {
        Instant now = clock.instant();
        Habit habit = jdbc.sql("select weekdays, order_lead_hours from market")
                .query((row, n) -> habit(row))
                .single();
        return business.dayOf(now)
                .datesUntil(business.dayOf(now).plusDays(15))
                .filter(day -> habit.weekdays().contains(day.getDayOfWeek()))
                .map(day -> new Day(
                        day,
                        day.atTime(OPENS).atZone(business.zone()).toInstant().minus(habit.lead())))
                .filter(day -> day.orderBefore().isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    private static Habit habit(ResultSet row) throws SQLException {
        Integer[] weekdays = (Integer[]) row.getArray("weekdays").getArray();
        return new Habit(
                Arrays.stream(weekdays).map(DayOfWeek::of).collect(Collectors.toSet()),
                Duration.ofHours(row.getInt("order_lead_hours")));
    }
}
