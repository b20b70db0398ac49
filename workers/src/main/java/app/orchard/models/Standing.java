package app.orchard.models;

import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance that is at a step.
 *
 * @param order null when it is about something else
 * @param number of the order
 */
public record Standing(
        long instanceKey, @Nullable OrderId order, @Nullable String number, Instant since) {}
