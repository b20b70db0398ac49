package app.orchard.slots;

import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the slots of the coming days from the weekly windows, closed where a day without deliveries covers them. */
@Component
@Transactional
class SlotPlan {

    /** The reason of the blackout that covers a slot's day in its zone; the earliest one, if there are several. */
    private static final String REASON = """
            (select b.reason from blackout b
             where b.lifted_at is null and (b.zone_id is null or b.zone_id = %s)
               and %s between b.from_day and b.until_day
             order by b.closed_at, b.id limit 1)""";

    private final JdbcClient jdbc;
    private final Business business;
    private final Changes changes;
    private final Clock clock;
    private final int daysAhead;

    SlotPlan(
            JdbcClient jdbc,
            Business business,
            Changes changes,
            Clock clock,
            @Value("${orchard.slots.days-ahead}") int daysAhead) {
        this.jdbc = jdbc;
        this.business = business;
        this.changes = changes;
        this.clock = clock;
        this.daysAhead = daysAhead;
    }

    /** What makes slots and what closes days go one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('slot-plan', 1))")
                .query()
                .listOfRows();
    }

    /** Makes what is missing; again, it makes nothing. @return how many */
    int make() {
        lock();
        Instant now = clock.instant();
        LocalDate today = business.dayOf(now);
        int made = jdbc.sql("""
                insert into delivery_slot (id, zone_id, template_id, starts_at, ends_at, cutoff_at, capacity,
                  kitchen_minutes, closed_because)
                select gen_random_uuid(), t.zone_id, t.id, (d.day + t.starts) at time zone :zone,
                  (d.day + t.ends) at time zone :zone,
                  (d.day + t.starts) at time zone :zone - make_interval(mins => t.cutoff_lead_minutes),
                  t.capacity, t.kitchen_minutes,
                """ + REASON.formatted("t.zone_id", "d.day") + """

                from (select cast(:today as date) + n as day from generate_series(0, :days) n) d
                join slot_template t on t.weekday = extract(isodow from d.day)
                  and d.day >= t.valid_from and (t.valid_until is null or d.day <= t.valid_until)
                where (d.day + t.starts) at time zone :zone > :now
                order by 4 on conflict (zone_id, starts_at) do nothing""")
                .param("zone", business.zone().getId())
                .param("today", today)
                .param("days", daysAhead)
                .param("now", Timestamp.from(now))
                .update();
        if (made > 0) {
            changes.announce("slots");
        }
        return made;
    }

    /** Closes and opens the slots of these days as the blackouts say. @param zone null for all */
    @Transactional(propagation = Propagation.MANDATORY)
    void applyBlackouts(@Nullable UUID zone, LocalDate from, LocalDate until) {
        Stream<Instant> span = Stream.of(from, until.plusDays(1))
                .map(day -> day.atStartOfDay(business.zone()).toInstant());
        Timestamp[] bounds = span.map(Timestamp::from).toArray(Timestamp[]::new);
        jdbc.sql("""
                with affected as (
                  select id from delivery_slot
                  where starts_at >= :from and starts_at < :until and starts_at > :now
                    and (cast(:zone as uuid) is null or zone_id = cast(:zone as uuid))
                  order by id for no key update)
                update delivery_slot s set closed_because =
                """ + REASON.formatted("s.zone_id", "cast(s.starts_at at time zone :place as date)") + """

                from affected where s.id = affected.id""")
                .param("from", bounds[0])
                .param("until", bounds[1])
                .param("now", Timestamp.from(clock.instant()))
                .param("zone", zone)
                .param("place", business.zone().getId())
                .update();
        changes.announce("slots");
    }
}
