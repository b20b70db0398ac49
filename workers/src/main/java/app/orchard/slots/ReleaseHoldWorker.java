package app.orchard.slots;

import app.orchard.processes.JobTypes;
import app.orchard.shared.HoldId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class ReleaseHoldWorker {

    private final Slots slots;

    ReleaseHoldWorker(Slots slots) {
        this.slots = slots;
    }

    @JobWorker(type = JobTypes.RELEASE_HOLD)
    void releaseHold(@Variable String holdId) {
        slots.expire(HoldId.of(holdId));
    }
}
