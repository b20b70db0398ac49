package app.orchard.engine;

import app.orchard.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells what happened to user tasks, which the engine keeps as jobs with everything said in their headers. */
@Component
class UserTaskEvents {

    private static final Logger log = LoggerFactory.getLogger(UserTaskEvents.class);
    private static final String HEADER = "io.camunda.zeebe:";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EngineModels models;
    private final ApplicationEventPublisher events;

    UserTaskEvents(JdbcClient jdbc, JsonMapper json, EngineModels models, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.models = models;
        this.events = events;
    }

    void publish(Stretch stretch, long announced) {
        jdbc.sql("""
                select e.key, e.position, e.intent, e.occurred_at, i.order_id, i.subject, e.value->>'bpmnProcessId' as process,
                  e.value->>'elementId' as element, (e.value->>'processInstanceKey')::bigint as instance_key,
                  (e.value->>'processDefinitionKey')::bigint as definition_key, e.value->>'customHeaders' as headers
                from engine_event e left join process_instance i on i.key = (e.value->>'processInstanceKey')::bigint
                where e.partition_id = ? and e.position > ? and e.position <= ? and e.value_type = 'JOB'
                order by e.position""")
                .params(stretch.partition(), stretch.after(), stretch.upTo())
                .query((row, n) -> event(row, announced))
                .list()
                .forEach(events::publishEvent);
    }

    private Object event(ResultSet row, long announced) throws SQLException {
        Instant at = row.getTimestamp("occurred_at").toInstant();
        String intent = row.getString("intent");
        if (!intent.equals("CREATED")) {
            return new UserTaskEnded(row.getLong("key"), intent.equals("COMPLETED"), at);
        }
        Map<String, String> headers = json.readValue(row.getString("headers"), new TypeReference<>() {});
        UUID order = row.getObject("order_id", UUID.class);
        String element = row.getString("element");
        return new UserTaskCreated(
                row.getLong("key"),
                row.getLong("instance_key"),
                row.getString("process"),
                element,
                models.names(row.getLong("definition_key")).of(element),
                order == null ? null : new OrderId(order),
                row.getString("subject"),
                groups(headers.get(HEADER + "candidateGroups")),
                blankToNull(headers.get(HEADER + "assignee")),
                instant(headers.get(HEADER + "dueDate")),
                formKey(headers.get(HEADER + "formKey")),
                at,
                row.getLong("position") <= announced);
    }

    private Set<String> groups(@Nullable String header) {
        return blankToNull(header) == null ? Set.of() : json.readValue(header, new TypeReference<Set<String>>() {});
    }

    private static @Nullable Long formKey(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }

    private static @Nullable Instant instant(@Nullable String header) {
        try {
            return blankToNull(header) == null || header == null
                    ? null
                    : OffsetDateTime.parse(header.replaceAll("\\[.*]$", "")).toInstant();
        } catch (DateTimeParseException e) {
            log.warn("A user task is due at “{}”, which is no point in time; it is shown without a due date", header);
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
