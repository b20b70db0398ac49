package app.orchard.replenishment;

import app.orchard.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReplenishmentTable {

    /** So long nobody is asked again for what was just ordered, or given up. */
    private static final Duration PEACE = Duration.ofHours(12);

    private static final String SELECT = """
            select r.*, pr.name || ', ' || v.pack as title, p.code as location, p.name as location_name
            from replenishment r join location p on p.id = r.location_id
            join variant v on v.id = r.variant_id join product pr on pr.id = v.product_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReplenishmentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One process of the application at a time; the lock ends with the transaction. */
    boolean isMyTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('replenishment', 0))")
                .query(Boolean.class)
                .single();
    }

    List<Replenishment> open() {
        return jdbc.sql(SELECT + "where r.state = 'OPEN' order by r.order_before nulls last, r.started_at")
                .query(ReplenishmentTable::row)
                .list();
    }

    boolean endedLately(UUID variant, String location) {
        return jdbc.sql("""
                select exists (select from replenishment r join location p on p.id = r.location_id
                  where r.state in ('RECEIVED', 'DROPPED') and r.ended_at > ? and r.variant_id = ? and p.code = ?)""")
                .params(Timestamp.from(clock.instant().minus(PEACE)), variant, location)
                .query(Boolean.class)
                .single();
    }

    Optional<Replenishment> ofInstance(long instanceKey) {
        return jdbc.sql(SELECT + "where r.instance_key = ?")
                .param(instanceKey)
                .query(ReplenishmentTable::row)
                .optional();
    }

    Replenishment lock(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ? for update of r")
                .param(id)
                .query(ReplenishmentTable::row)
                .optional()
                .orElseThrow(() -> Refusal.notFound("replenishment"));
    }

    Replenishment lockOpen(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ? and r.state = 'OPEN' for update of r")
                .param(id)
                .query(ReplenishmentTable::row)
                .optional()
                .orElseThrow(() -> Refusal.conflict(
                        "replenishment-ended", "Enough came in meanwhile. Book what came on the page “Stock”."));
    }

    void start(UUID id, UUID variant, String location) {
        jdbc.sql("""
                insert into replenishment (id, variant_id, location_id, state, started_at)
                select ?, ?, id, 'OPEN', ? from location where code = ?""").params(id, variant, now(), location).update();
    }

    void plan(UUID id, long instanceKey, Need need, Instant orderBefore) {
        jdbc.sql("update replenishment set instance_key = ?, packs = ?, because = ?, order_before = ? where id = ?")
                .params(instanceKey, need.packs(), need.because(), Timestamp.from(orderBefore), id)
                .update();
    }

    boolean markLate(UUID id) {
        return jdbc.sql(
                                "update replenishment set late_since = ? where id = ? and state = 'OPEN' and late_since is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    void end(UUID id, String state, @Nullable Integer received, @Nullable String note, @Nullable String by) {
        jdbc.sql("""
                update replenishment set state = :state, received = :received, note = :note, ended_at = :now, ended_by = :by
                where id = :id and state = 'OPEN'""")
                .param("state", state)
                .param("received", received)
                .param("note", note)
                .param("now", now())
                .param("by", by)
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Replenishment row(ResultSet row, int n) throws SQLException {
        return new Replenishment(
                row.getObject("id", UUID.class),
                row.getObject("variant_id", UUID.class),
                row.getString("title"),
                row.getString("location"),
                row.getString("location_name"),
                row.getObject("packs", Integer.class),
                row.getString("because"),
                instant(row.getTimestamp("order_before")),
                instant(row.getTimestamp("late_since")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
