package app.orchard.engine;

import app.orchard.shared.Changes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of commands that wait for the engine. */
@Component
class Outbox {

    static final String TOPIC = "outbox";

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
                .param("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
                .update();
        changes.announce(TOPIC);
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
