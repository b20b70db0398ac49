package app.orchard.slots;

import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Days without deliveries. Their slots take no more orders and show the reason; orders that have a place already keep
 * it, and it is for the founder to speak to their customers.
 */
@Service
@Transactional
public class Blackouts {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_DAYS = 366;
    private static final String SELECT = """
            select b.id, z.code as zone, b.from_day, b.until_day, b.reason, b.closed_by, b.closed_at
            from blackout b left join zone z on z.id = b.zone_id where b.lifted_at is null
            """;

    private final JdbcClient jdbc;
    private final Zones zones;
    private final SlotPlan plan;
    private final Business business;
    private final Clock clock;

    Blackouts(JdbcClient jdbc, Zones zones, SlotPlan plan, Business business, Clock clock) {
        this.jdbc = jdbc;
        this.zones = zones;
        this.plan = plan;
        this.business = business;
        this.clock = clock;
    }

    /** Those not lifted whose last day is not over, by first day. */
    @Transactional(readOnly = true)
    public List<Blackout> inForce() {
        return jdbc.sql(SELECT + "and b.until_day >= ? order by b.from_day, b.closed_at")
                .param(business.dayOf(clock.instant()))
                .query(Blackout.class)
                .list();
    }

    /**
     * @param zone null for all zones
     * @throws Refusal INVALID {@code bad-blackout}, NOT_FOUND; FORBIDDEN but for founders
     */
    public Blackout close(@Nullable String zone, LocalDate from, LocalDate until, String reason, Staff by) {
        by.require(Role.FOUNDER);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("bad-blackout", "Please say why in at most 200 characters; customers read it.");
        }
        if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("bad-blackout", "The last day comes after the first, and within a year.");
        }
        plan.lock();
        UUID zoneId = zone == null ? null : zones.id(zone);
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                insert into blackout (id, zone_id, from_day, until_day, reason, closed_by, closed_at)
                values (:id, :zone, :from, :until, :reason, :by, :now)""")
                .param("id", id)
                .param("zone", zoneId)
                .param("from", from)
                .param("until", until)
                .param("reason", reason.strip())
                .param("by", by.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        plan.applyBlackouts(zoneId, from, until);
        return get(id);
    }

    /** Opens the days again, as far as no other blackout covers them. @throws Refusal NOT_FOUND */
    public void lift(UUID id, Staff by) {
        by.require(Role.FOUNDER);
        plan.lock();
        Blackout lifted = get(id);
        jdbc.sql("update blackout set lifted_by = ?, lifted_at = ? where id = ?")
                .params(by.name(), Timestamp.from(clock.instant()), id)
                .update();
        UUID zone = lifted.zone() == null ? null : zones.id(lifted.zone());
        plan.applyBlackouts(zone, lifted.fromDay(), lifted.untilDay());
    }

    private Blackout get(UUID id) {
        return jdbc.sql(SELECT + "and b.id = ?")
                .param(id)
                .query(Blackout.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("closed day"));
    }
}
