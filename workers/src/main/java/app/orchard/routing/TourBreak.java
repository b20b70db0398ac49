package app.orchard.routing;

import java.time.Instant;

/** A break that the driver takes on the way. */
public record TourBreak(Instant starts, Instant ends) {}
