package app.orchard.demo;

import app.orchard.shared.Business;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two windows a day and zone for the coming week, made ahead as the days pass. */
@Component
@ConditionalOnBooleanProperty("orchard.demo-business")
class DemoSlots {

    private static final int DAYS = 7;
    private static final int CAPACITY = 60;
    private static final Duration WINDOW = Duration.ofHours(2);
    private static final Duration CUT_OFF = Duration.ofHours(3);
    private static final List<LocalTime> STARTS = List.of(LocalTime.of(10, 0), LocalTime.of(17, 0));

    private final JdbcClient jdbc;
    private final Business business;
    private final Clock clock;

    DemoSlots(JdbcClient jdbc, Business business, Clock clock) {
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(cron = "0 5 * * * *")
    public void plan() {
        List<UUID> zones = jdbc.sql("select id from zone where code <> 'stall'")
                .query(UUID.class)
                .list();
        LocalDate today = business.dayOf(clock.instant());
        today.datesUntil(today.plusDays(DAYS))
                .forEach(day -> STARTS.forEach(time -> zones.forEach(zone -> open(zone, day, time))));
    }

    private void open(UUID zone, LocalDate day, LocalTime time) {
        Instant starts = day.atTime(time).atZone(business.zone()).toInstant();
        if (starts.isBefore(clock.instant())) {
            return;
        }
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity)
                values (?, ?, ?, ?, ?, ?) on conflict (zone_id, starts_at) do nothing""")
                .params(UUID.randomUUID(), zone, Timestamp.from(starts), Timestamp.from(starts.plus(WINDOW)))
                .params(Timestamp.from(starts.minus(CUT_OFF)), CAPACITY)
                .update();
    }
}
