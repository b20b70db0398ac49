package app.orchard.engine;

import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The engine gave up on a step until somebody acts.
 *
 * @param sentence what happened, as the step told it
 * @param jobKey the job that ran out of retries, if that is the reason
 */
public record Incident(
        long key,
        long instanceKey,
        @Nullable OrderId orderId,
        String process,
        String element,
        String elementName,
        String type,
        String sentence,
        @Nullable Long jobKey,
        Instant since) {}
