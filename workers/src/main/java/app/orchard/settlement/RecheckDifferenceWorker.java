package app.orchard.settlement;

import app.orchard.processes.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class RecheckDifferenceWorker {

    private final Differences differences;

    RecheckDifferenceWorker(Differences differences) {
        this.differences = differences;
    }

    @JobWorker(type = JobTypes.RECHECK_DIFFERENCE)
    void recheckDifference(@Variable String subject) {
        differences.recheck(Subject.of(subject));
    }
}
