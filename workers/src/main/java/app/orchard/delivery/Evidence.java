package app.orchard.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture that a driver took at a door.
 *
 * @param attempt of the order, from 1
 * @param takenBy name of the driver
 */
public record Evidence(UUID id, EvidenceKind kind, int attempt, String takenBy, Instant storedAt) {}
