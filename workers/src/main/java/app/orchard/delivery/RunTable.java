package app.orchard.delivery;

import app.orchard.inventory.Location;
import app.orchard.routing.PlanFigures;
import app.orchard.routing.Profile;
import app.orchard.routing.RoutePlan;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs, and the orders that wait for them. */
@Component
class RunTable {

    /** An order that somebody has to bring in its slot, and that nobody has on board. */
    private static final String WAITS = """
            (o.status in ('CONFIRMED', 'PREPARING', 'READY')
              or (o.status = 'ATTEMPT_FAILED' and o.slot_id = (select a.retry_slot_id from delivery_attempt a
                where a.order_id = o.id order by a.attempt desc limit 1)))
            and not exists (select from delivery_stop w where w.order_id = o.id and w.state = 'ON_THE_WAY')
            """;

    private static final String SELECT = """
            select r.id, r.slot_id, z.code, z.name, s.starts_at, s.ends_at, s.cutoff_at, r.closed_at, r.round, r.state, r.plans,
              r.late, (select count(*) from delivery_tour t where t.run_id = r.id and t.state <> 'DROPPED') as tours,
              r.metres, r.seconds, r.late_seconds, r.cost, r.booked_metres, r.booked_seconds, r.booked_late_seconds,
              r.booked_cost, r.straight_lines,
              case when r.state in ('COLLECTING', 'PLANNED', 'APPROVED') then
                (select count(*) from sales_order o where o.slot_id = r.slot_id and %1$s) else 0 end
              + (select count(*) from delivery_stop d join delivery_tour t on t.id = d.tour_id
                 where t.run_id = r.id and d.state in ('ON_THE_WAY', 'DELIVERED', 'FAILED')) as orders,
              (select count(*) from sales_order o where o.slot_id = r.slot_id and o.status in ('READY', 'ATTEMPT_FAILED')
                 and %1$s) as packed
            from delivery_run r join delivery_slot s on s.id = r.slot_id join zone z on z.id = s.zone_id
            """.formatted(WAITS);

    private static final String WEIGHT = """
            (select coalesce(sum(l.quantity * v.weight_grams), 0) from order_line l join variant v on v.id = l.variant_id
             where l.order_id = o.id) as weight_grams,
            (select coalesce(sum(l.quantity), 0) from order_line l where l.order_id = o.id) as boxes
            """;

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the run that takes a slot's orders from leaving without those of this transaction. @return whether there is one */
    boolean keepTaking(UUID slot) {
        return jdbc.sql("""
                select id from delivery_run where slot_id = ? and state in ('COLLECTING', 'PLANNED', 'APPROVED')
                for key share""").param(slot).query(UUID.class).optional().isPresent();
    }

    /** @return nothing when somebody else opened one at the same time */
    Optional<UUID> open(UUID slot, Instant now) {
        return jdbc.sql("""
                insert into delivery_run (id, slot_id, round, state, opened_at)
                select ?, ?, coalesce(max(round), 0) + 1, 'COLLECTING', ? from delivery_run where slot_id = ?
                on conflict do nothing returning id""")
                .params(TimeOrderedId.next(), slot, Timestamp.from(now), slot)
                .query(UUID.class)
                .optional();
    }

    /** Whoever changes a run or its tours that have not left waits here for the others. */
    void lock(UUID run) {
        jdbc.sql("select id from delivery_run where id = ? for update")
                .param(run)
                .query(UUID.class)
                .optional();
    }

    Optional<RunRow> find(UUID run) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(run)
                .query(RunTable::row)
                .optional();
    }

    Optional<RunView> view(UUID run, List<TourView> tours) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(run)
                .query((row, n) -> new RunView(
                        row(row, n),
                        figures(row, ""),
                        figures(row, "booked_"),
                        row.getBoolean("straight_lines"),
                        place(Location.STORE).orElse(null),
                        tours,
                        unplaced(run)))
                .optional();
    }

    /** Open ones by slot, then the ended of the last days. */
    List<RunRow> all(Instant endedAfter) {
        return jdbc.sql(SELECT + """
                where r.ended_at is null or r.ended_at > ?
                order by r.ended_at is not null, s.starts_at, z.code, r.round""")
                .param(Timestamp.from(endedAfter))
                .query(RunTable::row)
                .list();
    }

    /** Those that wait for the slot's run, in the order of booking. */
    List<OpenOrder> waiting(UUID slot) {
        return jdbc.sql("select o.id, o.latitude, o.longitude, o.status, " + WEIGHT + """
                from sales_order o where o.slot_id = ? and %s order by o.number""".formatted(WAITS))
                .param(slot)
                .query((row, n) -> new OpenOrder(
                        row.getObject("id", UUID.class),
                        GeoPoint.ofDegreesIfKnown(
                                row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)),
                        row.getInt("weight_grams"),
                        row.getInt("boxes"),
                        row.getString("status").equals("ATTEMPT_FAILED")))
                .list();
    }

    /** Runs whose plan is for other orders than those that wait. */
    List<UUID> outdated() {
        return jdbc.sql("""
                with waiting as (
                  select r.id as run_id, o.id as order_id from delivery_run r join sales_order o on o.slot_id = r.slot_id
                  where r.state in ('PLANNED', 'APPROVED') and %s),
                planned as (
                  select r.id as run_id, d.order_id from delivery_run r join delivery_tour t on t.run_id = r.id
                  join delivery_stop d on d.tour_id = t.id
                  where r.state in ('PLANNED', 'APPROVED') and d.state = 'PLANNED'
                  union
                  select r.id, u.order_id from delivery_run r join delivery_unplaced u on u.run_id = r.id
                  where r.state in ('PLANNED', 'APPROVED'))
                select distinct run_id from ((table waiting except table planned)
                  union all (table planned except table waiting)) x""".formatted(WAITS)).query(UUID.class).list();
    }

    List<Vehicle> vehicles() {
        return jdbc.sql("select name, profile, weight_grams, boxes from vehicle where active order by name")
                .query((row, n) -> new Vehicle(
                        row.getString("name"),
                        Profile.valueOf(row.getString("profile")),
                        row.getInt("weight_grams"),
                        row.getInt("boxes")))
                .list();
    }

    /** Where a location lies, when it is known. */
    Optional<GeoPoint> place(String location) {
        return jdbc.sql("select latitude, longitude from location where code = ? and latitude is not null")
                .param(location)
                .query((row, n) -> GeoPoint.ofDegrees(row.getDouble("latitude"), row.getDouble("longitude")))
                .optional();
    }

    void close(UUID run, Instant now) {
        jdbc.sql("update delivery_run set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(now), run)
                .update();
    }

    /** @param ended when it is an end */
    void turnInto(UUID run, RunState state, @Nullable Instant ended) {
        jdbc.sql("update delivery_run set state = :state, ended_at = :ended where id = :run")
                .param("state", state.name())
                .param("ended", ended == null ? null : Timestamp.from(ended))
                .param("run", run)
                .update();
    }

    /** Its process has ended. */
    void driversAreBack(UUID run, Instant now) {
        jdbc.sql("update delivery_run set drivers_back_at = ? where id = ?")
                .params(Timestamp.from(now), run)
                .update();
    }

    /** Once its process has ended and nothing that was taken over is on the road or uncounted. @return whether it did */
    boolean settle(UUID run, Instant now) {
        return jdbc.sql("""
                update delivery_run r set state = 'SETTLED', ended_at = :now
                where r.id = :run and r.state = 'UNDER_WAY' and r.drivers_back_at is not null
                  and not exists (select from delivery_tour t where t.run_id = r.id and t.took_over
                    and (t.state <> 'FINISHED' or t.counted_at is null))""").param("now", Timestamp.from(now)).param("run", run).update() > 0;
    }

    void approve(UUID run, UUID by, Instant now) {
        jdbc.sql("update delivery_run set state = 'APPROVED', approved_by = ?, approved_at = ? where id = ?")
                .params(by, Timestamp.from(now), run)
                .update();
    }

    void isLate(UUID run, String step) {
        jdbc.sql("update delivery_run set late = ? where id = ?")
                .params(step, run)
                .update();
    }

    void planned(RunRow run, RoutePlan plan, Instant now) {
        PlanFigures figures = plan.figures();
        PlanFigures booked = plan.inOrderOfBooking();
        jdbc.sql("""
                update delivery_run set state = case state when 'COLLECTING' then 'PLANNED' else state end,
                  planned_at = ?, plans = plans + 1, metres = ?, seconds = ?, late_seconds = ?, cost = ?,
                  booked_metres = ?, booked_seconds = ?, booked_late_seconds = ?, booked_cost = ?, straight_lines = ?
                where id = ?""")
                .params(Timestamp.from(now), figures.metres(), figures.seconds(), figures.lateSeconds(), figures.cost())
                .params(booked.metres(), booked.seconds(), booked.lateSeconds(), booked.cost())
                .params(plan.greatCircle(), run.id())
                .update();
        jdbc.sql("delete from delivery_unplaced where run_id = ?")
                .param(run.id())
                .update();
        plan.unplaced()
                .forEach(order -> jdbc.sql(
                                "insert into delivery_unplaced (run_id, order_id, reason, sentence) values (?, ?, ?, ?)")
                        .params(run.id(), UUID.fromString(order.stop()))
                        .params(order.constraint().name(), order.byHowMuch())
                        .update());
    }

    private List<UnplacedOrder> unplaced(UUID run) {
        return jdbc.sql("""
                select o.id, 'M-' || o.number as number, u.sentence from delivery_unplaced u
                join sales_order o on o.id = u.order_id where u.run_id = ? order by o.number""")
                .param(run)
                .query((row, n) -> new UnplacedOrder(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        row.getString("sentence")))
                .list();
    }

    private static RunFigures figures(ResultSet row, String prefix) throws SQLException {
        return new RunFigures(
                row.getLong(prefix + "metres"),
                row.getLong(prefix + "seconds"),
                row.getLong(prefix + "late_seconds"),
                Money.of(row.getLong(prefix + "cost")));
    }

    private static RunRow row(ResultSet row, int n) throws SQLException {
        return new RunRow(
                row.getObject("id", UUID.class),
                row.getObject("slot_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getTimestamp("cutoff_at").toInstant(),
                row.getInt("round"),
                RunState.valueOf(row.getString("state")),
                row.getInt("plans"),
                row.getInt("tours"),
                row.getInt("orders"),
                row.getInt("packed"),
                row.getString("late"));
    }
}
