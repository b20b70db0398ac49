package app.orchard.engine;

import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commands to the process engine. Each is stored in the caller's transaction and sent after it committed, in order per
 * ordering key, again and again until the engine took it. Nobody ever waits for the engine to answer.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Engine {

    private final Outbox outbox;
    private final EngineHistory history;

    Engine(Outbox outbox, EngineHistory history) {
        this.outbox = outbox;
        this.history = history;
    }

    public void publish(EngineMessage message) {
        outbox.store(
                new EngineCommand.Publish(message.name(), message.correlationKey(), message.messageId()),
                message.variables(),
                message.orderingKey());
    }

    /** A job that is gone when the command arrives counts as completed. */
    public void completeJob(long jobKey, Map<String, ?> variables, String orderingKey) {
        outbox.store(new EngineCommand.CompleteJob(jobKey), variables, orderingKey);
    }

    /**
     * Lets the engine try once more what it gave up on.
     *
     * @throws Refusal FORBIDDEN for anybody but a founder, NOT_FOUND when there is no such open incident
     */
    @Transactional
    public void retryIncident(long incidentKey, Staff by) {
        by.require(Role.FOUNDER);
        Incident incident = history.openIncident(incidentKey).orElseThrow(() -> Refusal.notFound("open incident"));
        outbox.store(
                new EngineCommand.RetryIncident(incidentKey, incident.jobKey()), Map.of(), "incident:" + incidentKey);
    }
}
