package app.orchard.engine;

import java.time.Instant;

/**
 * A decision table was asked.
 *
 * @param output JSON
 */
public record DecisionMade(long key, long instanceKey, String decision, String name, String output, Instant at) {}
