package app.orchard.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says commands in the words of the Zeebe broker and understands its answers. */
@Component
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class Broker {

    static final int RETRIES = 5;

    /**
     * While the engine knows a message's id, sending it again does nothing; and for so long it keeps a message for a
     * process that does not wait for it yet. Longer than a weekend on which nobody looks at an incident.
     */
    static final Duration MESSAGE_LIVES = Duration.ofHours(72);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Set<Status.Code> BUSY =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED, Status.Code.DEADLINE_EXCEEDED);

    private final CamundaClient client;

    Broker(CamundaClient client) {
        this.client = client;
    }

    Answer send(PendingCommand pending) {
        return switch (pending.command()) {
            case EngineCommand.Publish message -> publish(message, pending.variables());
            case EngineCommand.CompleteJob job ->
                send(client.newCompleteCommand(job.jobKey()).variables(pending.variables()), Status.Code.NOT_FOUND);
            case EngineCommand.RetryIncident retry -> retry(retry);
        };
    }

    private Answer publish(EngineCommand.Publish message, String variables) {
        return send(
                client.newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.correlationKey())
                        .messageId(message.messageId())
                        .timeToLive(MESSAGE_LIVES)
                        .variables(variables),
                Status.Code.ALREADY_EXISTS);
    }

    private Answer retry(EngineCommand.RetryIncident retry) {
        Long jobKey = retry.jobKey();
        if (jobKey != null) {
            Answer retries = send(client.newUpdateRetriesCommand(jobKey).retries(RETRIES), Status.Code.NOT_FOUND);
            if (!(retries instanceof Answer.Taken)) {
                return retries;
            }
        }
        return send(client.newResolveIncidentCommand(retry.incidentKey()), Status.Code.NOT_FOUND);
    }

    private static Answer send(FinalCommandStep<?> command, Status.Code countsAsTaken) {
        try {
            command.requestTimeout(ANSWER_WITHIN).send().join(ANSWER_WITHIN.toSeconds() + 5, TimeUnit.SECONDS);
            return new Answer.Taken();
        } catch (ClientStatusException answered) {
            String reason = String.valueOf(answered.getMessage());
            if (answered.getStatusCode() == countsAsTaken) {
                return new Answer.Taken();
            }
            return BUSY.contains(answered.getStatusCode()) ? new Answer.Busy(reason) : new Answer.Refused(reason);
        } catch (ClientException silent) {
            return new Answer.Busy(String.valueOf(silent.getMessage()));
        }
    }
}
