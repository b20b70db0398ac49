package app.orchard.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a model, as the engine has it.
 *
 * @param deployedBy a login; null when it came with the software
 * @param comment empty when it came with the software
 */
public record ModelVersion(
        long key,
        int version,
        Instant deployedAt,
        int running,
        @Nullable String deployedBy,
        String comment) {}
