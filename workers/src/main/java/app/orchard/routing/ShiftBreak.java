package app.orchard.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * A pause of the driver, taken wherever they are. Who is back before the latest moment takes it after the tour.
 *
 * @param from when it begins at the earliest
 * @param until when it begins at the latest
 */
public record ShiftBreak(Instant from, Instant until, Duration length) {}
