package app.orchard.engine;

import java.time.Instant;

/** The engine no longer waits for somebody: it was done, or the process took another way. */
public record UserTaskEnded(long key, boolean completed, Instant at) {}
