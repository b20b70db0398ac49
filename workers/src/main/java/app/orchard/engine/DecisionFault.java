package app.orchard.engine;

import java.time.Instant;

/**
 * The newest version of a decision table cannot be used.
 *
 * @param sentence why, for people
 * @param since when it first failed
 */
public record DecisionFault(String decision, int version, String sentence, Instant since) {}
