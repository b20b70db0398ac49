package app.orchard.engine;

import app.orchard.shared.OrderId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applies a stretch of events to the projections, all of it by a few statements. Every statement is such that a second
 * application changes nothing: rows are keyed by the engine's own keys, and states only move on.
 */
@Component
class Projections {

    private static final String STRETCH = "e.partition_id = :partition and e.position > :after and e.position <= :upTo";

    private static final List<String> STATEMENTS = List.of("""
            insert into engine_model (key, kind, id, version, resource, content, deployed_at)
            select e.key, e.value_type,
              coalesce(value->>'bpmnProcessId', value->>'formId', value->>'decisionRequirementsId'),
              coalesce(value->>'version', value->>'decisionRequirementsVersion')::int,
              value->>'resourceName', convert_from(decode(value->>'resource', 'base64'), 'UTF8'), occurred_at
            from engine_event e
            where %s and value_type in ('PROCESS', 'FORM', 'DECISION_REQUIREMENTS')
            on conflict (key) do nothing
            """, """
            insert into process_instance (key, process, definition_key, version, parent_key, state, started_at)
            select e.key, value->>'bpmnProcessId', (value->>'processDefinitionKey')::bigint, (value->>'version')::int,
              nullif((value->>'parentProcessInstanceKey')::bigint, -1), 'ACTIVE', occurred_at
            from engine_event e
            where %s and value_type = 'PROCESS_INSTANCE' and intent = 'ELEMENT_ACTIVATED'
              and value->>'bpmnElementType' = 'PROCESS'
            on conflict (key) do update
              set version = excluded.version, parent_key = excluded.parent_key, started_at = excluded.started_at
            """, """
            update process_instance p set subject = (e.value->>'value')::jsonb #>> '{}'
            from engine_event e
            where %s and e.value_type = 'VARIABLE' and e.value->>'name' = 'subject'
              and p.key = (e.value->>'processInstanceKey')::bigint
              and e.value->>'scopeKey' = e.value->>'processInstanceKey'
            """, """
            insert into element_position (key, instance_key, element, type, state, entered_at)
            select e.key, (value->>'processInstanceKey')::bigint, value->>'elementId', value->>'bpmnElementType',
              'ACTIVE', occurred_at
            from engine_event e
            where %s and value_type = 'PROCESS_INSTANCE' and intent = 'ELEMENT_ACTIVATED'
              and value->>'bpmnElementType' <> 'PROCESS'
            on conflict (key) do nothing
            """, """
            update element_position p set state = replace(e.intent, 'ELEMENT_', ''), left_at = e.occurred_at
            from engine_event e
            where %s and value_type = 'PROCESS_INSTANCE' and intent in ('ELEMENT_COMPLETED', 'ELEMENT_TERMINATED')
              and p.key = e.key and p.state = 'ACTIVE'
            """, """
            update process_instance p set state = replace(e.intent, 'ELEMENT_', ''), ended_at = e.occurred_at
            from engine_event e
            where %s and value_type = 'PROCESS_INSTANCE' and intent in ('ELEMENT_COMPLETED', 'ELEMENT_TERMINATED')
              and p.key = e.key and p.state = 'ACTIVE'
            """, """
            insert into flow_taken (instance_key, flow, taken_at)
            select (value->>'processInstanceKey')::bigint, value->>'elementId', occurred_at
            from engine_event e
            where %s and value_type = 'PROCESS_INSTANCE' and intent = 'SEQUENCE_FLOW_TAKEN'
            on conflict do nothing
            """, """
            insert into incident
              (key, instance_key, process, definition_key, element, type, sentence, job_key, created_at)
            select e.key, (value->>'processInstanceKey')::bigint, value->>'bpmnProcessId',
              (value->>'processDefinitionKey')::bigint, value->>'elementId', value->>'errorType',
              value->>'errorMessage', nullif((value->>'jobKey')::bigint, -1), occurred_at
            from engine_event e
            where %s and value_type = 'INCIDENT' and intent = 'CREATED'
            on conflict (key) do nothing
            """, """
            update incident i set resolved_at = e.occurred_at
            from engine_event e
            where %s and value_type = 'INCIDENT' and intent = 'RESOLVED' and i.key = e.key and i.resolved_at is null
            """, """
            insert into decision_made (key, instance_key, decision, name, output, decided_at)
            select e.key, (value->>'processInstanceKey')::bigint, value->>'decisionId', value->>'decisionName',
              (value->>'decisionOutput')::jsonb, occurred_at
            from engine_event e
            where %s and value_type = 'DECISION_EVALUATION' and intent = 'EVALUATED'
            on conflict (key) do nothing
            """);

    /** A called process may have been told its order only through the one that called it. */
    private static final String INHERIT_ORDER = """
            update process_instance child set order_id = parent.order_id
            from process_instance parent
            where child.parent_key = parent.key and child.order_id is null and child.parent_key is not null
              and parent.order_id is not null
            returning child.key, child.order_id
            """;

    private static final String LEARN_ORDER = """
            insert into process_instance (key, process, definition_key, order_id, state, started_at)
            select distinct on (1) (value->>'processInstanceKey')::bigint, value->>'bpmnProcessId',
              (value->>'processDefinitionKey')::bigint, ((value->>'value')::jsonb #>> '{}')::uuid, 'ACTIVE', occurred_at
            from engine_event e
            where %s and value_type = 'VARIABLE' and value->>'name' = 'orderId'
              and value->>'value' ~ '^"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"$'
            order by 1, position
            on conflict (key) do update set order_id = excluded.order_id where process_instance.order_id is null
            returning key, order_id
            """;

    private final JdbcClient jdbc;

    Projections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return which instances turned out to work for which orders */
    List<InstanceJoinedOrder> apply(Stretch stretch) {
        List<InstanceJoinedOrder> joined = new java.util.ArrayList<>(joined(LEARN_ORDER, stretch));
        for (String statement : STATEMENTS) {
            over(statement, stretch).update();
        }
        List<InstanceJoinedOrder> inherited;
        do {
            inherited = joined(INHERIT_ORDER, stretch);
            joined.addAll(inherited);
        } while (!inherited.isEmpty());
        return joined;
    }

    /** The orders that something happened to. */
    List<UUID> ordersIn(Stretch stretch) {
        return over("""
                        select distinct i.order_id from engine_event e
                          join process_instance i on i.key = (e.value->>'processInstanceKey')::bigint
                        where %s and i.order_id is not null""", stretch).query(UUID.class).list();
    }

    Set<String> kindsIn(Stretch stretch) {
        return over("select distinct value_type from engine_event e where %s", stretch)
                .query(String.class)
                .set();
    }

    void empty() {
        for (String table : List.of(
                "engine_model", "process_instance", "element_position", "flow_taken", "incident", "decision_made")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private List<InstanceJoinedOrder> joined(String statement, Stretch stretch) {
        return over(statement, stretch)
                .query((row, n) ->
                        new InstanceJoinedOrder(row.getLong("key"), new OrderId(row.getObject("order_id", UUID.class))))
                .list();
    }

    private JdbcClient.StatementSpec over(String statement, Stretch stretch) {
        if (!statement.contains("%s")) {
            return jdbc.sql(statement);
        }
        return jdbc.sql(statement.replace("%s", STRETCH))
                .param("partition", stretch.partition())
                .param("after", stretch.after())
                .param("upTo", stretch.upTo());
    }
}
