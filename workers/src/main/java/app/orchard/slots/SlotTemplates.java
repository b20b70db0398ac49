package app.orchard.slots;

import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The weekly windows of each zone. Which days a zone is delivered to follows from them. */
@Service
@Transactional
public class SlotTemplates {

    private static final String SELECT = """
            select t.*, z.code as zone from slot_template t join zone z on z.id = t.zone_id
            where (t.valid_until is null or t.valid_until >= ?)
            """;

    private final JdbcClient jdbc;
    private final Zones zones;
    private final SlotPlan plan;
    private final Business business;
    private final Changes changes;
    private final Clock clock;

    SlotTemplates(JdbcClient jdbc, Zones zones, SlotPlan plan, Business business, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.zones = zones;
        this.plan = plan;
        this.business = business;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those that still make slots, by zone, weekday and hour. */
    @Transactional(readOnly = true)
    public List<SlotTemplate> current() {
        return jdbc.sql(SELECT + "order by z.code, t.weekday, t.starts, t.valid_from")
                .param(today())
                .query(SlotTemplates::template)
                .list();
    }

    /** @return the weekdays on which a zone is delivered to, from today on */
    @Transactional(readOnly = true)
    public Set<DayOfWeek> deliveryDays(String zone) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        current().stream()
                .filter(template -> template.zone().equals(zone) && comesAgain(template))
                .forEach(template -> days.add(template.weekday()));
        return days;
    }

    /**
     * A new weekly window; its slots of the coming days are made at once.
     *
     * @param wanted its id is not looked at
     * @throws Refusal INVALID {@code bad-template}, CONFLICT {@code template-overlaps}; FORBIDDEN but for founders
     */
    public UUID add(SlotTemplate wanted, Staff by) {
        by.require(Role.FOUNDER);
        check(wanted);
        UUID zone = zones.id(wanted.zone());
        plan.lock();
        refuseOverlap(zone, wanted);
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                insert into slot_template (id, zone_id, weekday, starts, ends, cutoff_lead_minutes, capacity,
                  kitchen_minutes, valid_from, valid_until)
                values (:id, :zone, :weekday, :starts, :ends, :lead, :capacity, :minutes, :from, :until)""")
                .param("id", id)
                .param("zone", zone)
                .param("weekday", wanted.weekday().getValue())
                .param("starts", wanted.starts())
                .param("ends", wanted.ends())
                .param("lead", wanted.cutoffLead().toMinutes())
                .param("capacity", wanted.capacity())
                .param("minutes", wanted.kitchenMinutes())
                .param("from", wanted.validFrom())
                .param("until", wanted.validUntil())
                .update();
        plan.make();
        return id;
    }

    /**
     * Makes no slots after a day. Those made already go away; the ones that orders or customers have a place in, or
     * were quoted a fee for, stay for them and take nothing more.
     *
     * @throws Refusal INVALID {@code bad-day} for one that is over, NOT_FOUND; FORBIDDEN but for founders
     */
    public void end(UUID template, LocalDate lastDay, Staff by) {
        by.require(Role.FOUNDER);
        if (lastDay.isBefore(today().minusDays(1))) {
            throw Refusal.invalid("bad-day", "The last day must not be over already.");
        }
        plan.lock();
        int ended = jdbc.sql("update slot_template set valid_until = greatest(?, valid_from - 1) where id = ?")
                .params(lastDay, template)
                .update();
        if (ended == 0) {
            throw Refusal.notFound("weekly window");
        }
        Timestamp after =
                Timestamp.from(lastDay.plusDays(1).atStartOfDay(business.zone()).toInstant());
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                with gone as (
                  select id from delivery_slot where template_id = ? and starts_at >= ? and starts_at > ?
                  order by id for update)
                update delivery_slot s set capacity = s.held + s.booked from gone where s.id = gone.id""").params(template, after, now).update();
        jdbc.sql("""
                delete from delivery_slot s where template_id = ? and starts_at >= ? and starts_at > ? and capacity = 0
                  and not exists (select from slot_hold h where h.slot_id = s.id)
                  and not exists (select from quote q where q.slot_id = s.id)""").params(template, after, now).update();
        changes.announce("slots");
    }

    private static void check(SlotTemplate wanted) {
        Integer minutes = wanted.kitchenMinutes();
        if (!wanted.starts().isBefore(wanted.ends())
                || wanted.cutoffLead().isNegative()
                || wanted.capacity() < 1
                || (minutes != null && minutes < 1)) {
            throw Refusal.invalid(
                    "bad-template",
                    "A window ends after it starts, has room for one stop at least, and a cut-off before its start.");
        }
        if (wanted.validUntil() != null && wanted.validUntil().isBefore(wanted.validFrom())) {
            throw Refusal.invalid("bad-template", "The last day must not come before the first.");
        }
    }

    private void refuseOverlap(UUID zone, SlotTemplate wanted) {
        boolean overlaps = jdbc.sql("""
                select exists (select from slot_template
                  where zone_id = :zone and weekday = :weekday and starts < :ends and ends > :starts
                    and (valid_until is null or valid_until >= greatest(valid_from, cast(:from as date)))
                    and (cast(:until as date) is null or valid_from <= cast(:until as date)))""")
                .param("zone", zone)
                .param("weekday", wanted.weekday().getValue())
                .param("starts", wanted.starts())
                .param("ends", wanted.ends())
                .param("from", wanted.validFrom())
                .param("until", wanted.validUntil())
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw Refusal.conflict(
                    "template-overlaps",
                    "There is a window at that time already. Please end it first, or change the time.");
        }
    }

    private boolean comesAgain(SlotTemplate template) {
        LocalDate from = template.validFrom().isAfter(today()) ? template.validFrom() : today();
        LocalDate next = from.with(TemporalAdjusters.nextOrSame(template.weekday()));
        return template.validUntil() == null || !next.isAfter(template.validUntil());
    }

    private LocalDate today() {
        return business.dayOf(clock.instant());
    }

    private static SlotTemplate template(ResultSet row, int n) throws SQLException {
        return new SlotTemplate(
                row.getObject("id", UUID.class),
                row.getString("zone"),
                DayOfWeek.of(row.getInt("weekday")),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                Duration.ofMinutes(row.getInt("cutoff_lead_minutes")),
                row.getInt("capacity"),
                row.getObject("kitchen_minutes", Integer.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
