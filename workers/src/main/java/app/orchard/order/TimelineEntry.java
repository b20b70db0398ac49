package app.orchard.order;

import java.time.Instant;

/** Something that happened to an order, and who did it. */
public record TimelineEntry(Instant at, String kind, String actor, String sentence) {}
