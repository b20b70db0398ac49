package app.orchard.engine;

import org.jspecify.annotations.Nullable;

/** What the outbox stores, as JSON beside its kind. */
sealed interface EngineCommand {

    record Publish(String name, String correlationKey, String messageId) implements EngineCommand {}

    record CompleteJob(long jobKey) implements EngineCommand {}

    /** @param jobKey the job that ran out of retries, if that is the reason of the incident */
    record RetryIncident(long incidentKey, @Nullable Long jobKey) implements EngineCommand {}
}
