package app.orchard.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a process.
 *
 * @param parentKey the instance that called this one
 */
public record ProcessRun(
        long key,
        String process,
        String name,
        int version,
        State state,
        @Nullable Long parentKey,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where an instance, or an element of it, is in its life. */
    public enum State {
        ACTIVE,
        COMPLETED,
        TERMINATED
    }
}
