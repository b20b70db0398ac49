package app.orchard.slots;

import app.orchard.shared.HoldId;
import java.time.Instant;

/** A place kept for a customer while they check out. */
public record Hold(HoldId id, Slot slot, Instant expiresAt) {}
