package app.orchard.engine;

import app.orchard.shared.OrderId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where each order is in its processes, and how it came there. */
@Service
@Transactional(readOnly = true)
public class EngineHistory {

    private final JdbcClient jdbc;

    EngineHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first; called processes after those that called them. */
    public List<ProcessRun> ofOrder(OrderId order) {
        throw new UnsupportedOperationException(jdbc + "" + order);
    }

    /** @throws app.orchard.shared.Refusal NOT_FOUND */
    public Diagram diagram(long instanceKey) {
        throw new UnsupportedOperationException(jdbc + "" + instanceKey);
    }

    /** Oldest first. */
    public List<Incident> openIncidents(int page, int size) {
        throw new UnsupportedOperationException(jdbc + "" + page + size);
    }

    public int countOpenIncidents() {
        throw new UnsupportedOperationException(jdbc + "");
    }

    public List<Incident> openIncidentsOf(OrderId order) {
        throw new UnsupportedOperationException(jdbc + "" + order);
    }

    public Optional<Incident> openIncident(long key) {
        throw new UnsupportedOperationException(jdbc + "" + key);
    }

    public List<DecisionMade> decisionsOf(OrderId order) {
        throw new UnsupportedOperationException(jdbc + "" + order);
    }
}
