package app.orchard.console.trouble;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.engine.DecisionFault;
import app.orchard.engine.DecisionFaults;
import app.orchard.engine.EngineHistory;
import app.orchard.engine.Incident;
import app.orchard.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Service;

/** The open incidents and the decision tables that fail, the oldest first. */
@Service
class Incidents implements Counter {

    private static final int MOST = 100;

    private final EngineHistory history;
    private final DecisionFaults faults;

    Incidents(EngineHistory history, DecisionFaults faults) {
        this.history = history;
        this.faults = faults;
    }

    /** Decision tables whose newest version cannot be used. */
    Feed<List<DecisionFault>> faults() {
        return new Feed<>("faults " + Pages.INCIDENTS, "incidents"::equals, faults::open);
    }

    Feed<List<Incident>> open() {
        return new Feed<>(Pages.INCIDENTS, "incidents"::equals, () -> history.openIncidents(0, MOST));
    }

    @Override
    public String page() {
        return Pages.INCIDENTS;
    }

    @Override
    public Feed<Integer> feed(Staff staff) {
        return new Feed<>(
                "count " + Pages.INCIDENTS,
                "incidents"::equals,
                () -> history.countOpenIncidents() + faults.open().size());
    }
}
