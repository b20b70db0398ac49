package app.orchard.delivery;

import app.orchard.slots.GeoPoint;
import java.time.Instant;

/**
 * Where a driver was.
 *
 * @param accuracyMetres how far off it may be
 * @param when by the clock of their phone
 */
public record Position(GeoPoint at, int accuracyMetres, Instant when) {}
