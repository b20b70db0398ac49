package app.orchard.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture that a driver took at a door, or that a customer sent.
 *
 * @param attempt of the order, from 1
 * @param takenBy name of the driver, or "Customer"
 */
public record Evidence(UUID id, EvidenceKind kind, int attempt, String takenBy, Instant storedAt) {}
