package app.orchard.console.trouble;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.engine.DecisionFault;
import app.orchard.engine.DecisionFaults;
import app.orchard.engine.EngineHistory;
import app.orchard.engine.Incident;
import app.orchard.staff.Staff;
import app.orchard.watch.Standstill;
import app.orchard.watch.Watch;
import java.util.List;
import org.springframework.stereotype.Service;

/** The open incidents and the decision tables that fail, the oldest first. */
@Service
class Incidents implements Counter {

    private static final int MOST = 100;

    private final EngineHistory history;
    private final DecisionFaults faults;
    private final Watch watch;

    Incidents(EngineHistory history, DecisionFaults faults, Watch watch) {
        this.history = history;
        this.faults = faults;
        this.watch = watch;
    }

    /** Decision tables whose newest version cannot be used. */
    Feed<List<DecisionFault>> faults() {
        return new Feed<>("faults " + Pages.INCIDENTS, "incidents"::equals, faults::open);
    }

    Feed<List<Incident>> open() {
        return new Feed<>(Pages.INCIDENTS, "incidents"::equals, () -> history.openIncidents(0, MOST));
    }

    /** What stands still though no step failed. */
    Feed<List<Standstill>> standstills(Staff staff) {
        return new Feed<>("standstills", Watch.TOPIC::equals, () -> watch.standstills(staff));
    }

    @Override
    public String page() {
        return Pages.INCIDENTS;
    }

    @Override
    public Feed<Integer> feed(Staff staff) {
        return new Feed<>(
                "count " + Pages.INCIDENTS,
                topic -> topic.equals("incidents") || topic.equals(Watch.TOPIC),
                () -> history.countOpenIncidents()
                        + faults.open().size()
                        + watch.standstills(staff).size());
    }
}
