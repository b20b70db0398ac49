package app.orchard.delivery;

import java.util.List;
import java.util.UUID;

/**
 * What a driver says of an order that could not be handed over.
 *
 * @param evidence pictures that show it, of this attempt
 */
public record Failure(FailureReason reason, String note, List<UUID> evidence) {}
