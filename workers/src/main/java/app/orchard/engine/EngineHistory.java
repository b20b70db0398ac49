package app.orchard.engine;

import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where each order is in its processes, and how it came there. */
@Service
@Transactional(readOnly = true)
public class EngineHistory {

    private static final String INCIDENTS =
            "select n.*, i.order_id from incident n left join process_instance i on i.key = n.instance_key"
                    + " where n.resolved_at is null ";

    private final JdbcClient jdbc;
    private final EngineModels models;

    EngineHistory(JdbcClient jdbc, EngineModels models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /** Oldest first; called processes after those that called them. */
    public List<ProcessRun> ofOrder(OrderId order) {
        return jdbc.sql("select * from process_instance where order_id = ? and version > 0 order by started_at, key")
                .param(order.value())
                .query(this::run)
                .list();
    }

    /** @throws Refusal NOT_FOUND */
    public Diagram diagram(long instanceKey) {
        long definition = jdbc.sql("select definition_key from process_instance where key = ?")
                .param(instanceKey)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("process instance"));
        String xml = models.bpmn(definition);
        Set<String> completed = elements(
                "select element from element_position where state = 'COMPLETED' and instance_key = ?", instanceKey);
        Set<String> flows = new HashSet<>(elements("select flow from flow_taken where instance_key = ?", instanceKey));
        flows.addAll(PulledFlows.read(xml).to(completed));
        return new Diagram(
                xml,
                elements(
                        "select element from element_position where state = 'ACTIVE' and instance_key = ?",
                        instanceKey),
                completed,
                Set.copyOf(flows),
                elements("select element from incident where resolved_at is null and instance_key = ?", instanceKey));
    }

    /** Oldest first. @param page from 0 */
    public List<Incident> openIncidents(int page, int size) {
        return jdbc.sql(INCIDENTS + "order by n.created_at, n.key limit ? offset ?")
                .params(size, (long) page * size)
                .query(this::incident)
                .list();
    }

    public int countOpenIncidents() {
        return jdbc.sql("select count(*) from incident where resolved_at is null")
                .query(Integer.class)
                .single();
    }

    public List<Incident> openIncidentsOf(OrderId order) {
        return jdbc.sql(INCIDENTS + "and i.order_id = ? order by n.created_at, n.key")
                .param(order.value())
                .query(this::incident)
                .list();
    }

    public Optional<Incident> openIncident(long key) {
        return jdbc.sql(INCIDENTS + "and n.key = ?")
                .param(key)
                .query(this::incident)
                .optional();
    }

    /** Oldest first. */
    public List<DecisionMade> decisionsOf(OrderId order) {
        return jdbc.sql("""
                select d.* from decision_made d join process_instance i on i.key = d.instance_key
                where i.order_id = ? order by d.decided_at, d.key""")
                .param(order.value())
                .query((row, n) -> new DecisionMade(
                        row.getLong("key"),
                        row.getLong("instance_key"),
                        row.getString("decision"),
                        row.getString("name"),
                        row.getString("output"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private Set<String> elements(String sql, long instanceKey) {
        return jdbc.sql(sql).param(instanceKey).query(String.class).set();
    }

    private ProcessRun run(ResultSet row, int n) throws SQLException {
        String process = row.getString("process");
        Timestamp ended = row.getTimestamp("ended_at");
        return new ProcessRun(
                row.getLong("key"),
                process,
                models.names(row.getLong("definition_key")).of(process),
                row.getInt("version"),
                ProcessRun.State.valueOf(row.getString("state")),
                row.getObject("parent_key", Long.class),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private Incident incident(ResultSet row, int n) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        String element = row.getString("element");
        return new Incident(
                row.getLong("key"),
                row.getLong("instance_key"),
                order == null ? null : new OrderId(order),
                row.getString("process"),
                element,
                models.names(row.getLong("definition_key")).of(element),
                row.getString("type"),
                row.getString("sentence"),
                row.getObject("job_key", Long.class),
                row.getTimestamp("created_at").toInstant());
    }
}
