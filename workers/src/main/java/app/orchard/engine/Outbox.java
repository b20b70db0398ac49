package app.orchard.engine;

import app.orchard.shared.Changes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of commands that wait for the engine. */
@Component
class Outbox {

    static final String TOPIC = "outbox";

    private static final Map<String, Class<? extends EngineCommand>> KINDS = Map.of(
            "Publish", EngineCommand.Publish.class,
            "CompleteJob", EngineCommand.CompleteJob.class,
            "RetryIncident", EngineCommand.RetryIncident.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Changes changes;
    private final Clock clock;

    Outbox(JdbcClient jdbc, JsonMapper json, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.changes = changes;
        this.clock = clock;
    }

    void store(EngineCommand command, Map<String, ?> variables, String orderingKey) {
        Map<String, Object> plain = new LinkedHashMap<>();
        variables.forEach((name, value) -> plain.put(name, plain(value)));
        jdbc.sql("""
                insert into outbox (ordering_key, kind, command, variables, created_at, next_attempt_at)
                values (:orderingKey, :kind, :command::jsonb, :variables::jsonb, :now, :now)""")
                .param("orderingKey", orderingKey)
                .param("kind", command.getClass().getSimpleName())
                .param("command", json.writeValueAsString(command))
                .param("variables", json.writeValueAsString(plain))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        changes.announce(TOPIC);
    }

    /** The first command of each ordering key that is due, without those of keys that are busy. Oldest first. */
    List<PendingCommand> due(int limit, Collection<String> busyKeys) {
        return jdbc.sql("""
                select id, ordering_key, kind, command, variables, attempts from outbox o
                where sent_at is null and next_attempt_at <= :now and ordering_key <> all (:busy)
                  and not exists (select from outbox earlier where earlier.ordering_key = o.ordering_key
                    and earlier.sent_at is null and earlier.id < o.id)
                order by id limit :limit""")
                .param("now", Timestamp.from(clock.instant()))
                .param("busy", busyKeys.toArray(String[]::new))
                .param("limit", limit)
                .query(this::pending)
                .list();
    }

    void sent(long id) {
        jdbc.sql("update outbox set sent_at = ?, attempts = attempts + 1, last_error = null where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    void refused(PendingCommand pending, String reason, Duration pause) {
        jdbc.sql("update outbox set attempts = attempts + 1, last_error = ?, next_attempt_at = ? where id = ?")
                .params(reason, Timestamp.from(clock.instant().plus(pause)), pending.id())
                .update();
    }

    void forgetSentBefore(Instant limit) {
        jdbc.sql("delete from outbox where sent_at < ?")
                .param(Timestamp.from(limit))
                .update();
    }

    private PendingCommand pending(ResultSet row, int n) throws SQLException {
        Class<? extends EngineCommand> kind = KINDS.get(row.getString("kind"));
        if (kind == null) {
            throw new IllegalStateException("Unknown kind of command in the outbox: " + row.getString("kind"));
        }
        return new PendingCommand(
                row.getLong("id"),
                row.getString("ordering_key"),
                json.readValue(row.getString("command"), kind),
                row.getString("variables"),
                row.getInt("attempts"));
    }

    /** Our value types as the models see them: ids as text, amounts in minor units. */
    private static Object plain(Object value) {
        return switch (value) {
            case OrderId id -> id.toString();
            case CustomerId id -> id.toString();
            case HoldId id -> id.toString();
            case Money money -> money.minor();
            default -> value;
        };
    }
}
