package app.orchard.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger.
 *
 * @param cause names who moved it: {@code order:<id>:<claim>}, {@code receipt:<key>}, …
 * @param by name of who did it; absent: the software, for an order
 */
public record MovementEntry(
        long id,
        Movement kind,
        int packs,
        String location,
        String lot,
        @Nullable LocalDate expiresOn,
        String cause,
        Instant at,
        @Nullable String by,
        @Nullable String reason) {

    /** The order that moved it, if one did. */
    public @Nullable UUID order() {
        String[] parts = cause.split(":");
        return parts[0].equals("order") && parts.length > 1 ? UUID.fromString(parts[1]) : null;
    }
}
