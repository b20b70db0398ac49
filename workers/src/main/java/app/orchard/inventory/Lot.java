package app.orchard.inventory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Packs that came together and spoil together, at one location.
 *
 * @param code as it is written on the box
 * @param expiresOn the first day on which they are no longer good; absent: they keep
 * @param reserved of those on hand, promised to orders
 */
public record Lot(
        UUID id,
        UUID variant,
        String location,
        String code,
        @Nullable LocalDate expiresOn,
        int onHand,
        int reserved) {

    /** First expired, first out; of two that expire together the one that came first (ids are in order of time). */
    static final Comparator<Lot> FIRST_EXPIRED = Comparator.comparing(
                    Lot::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::id);

    /** Packs promised to nobody, spoilt ones too. */
    public int free() {
        return onHand - reserved;
    }

    /** Whether it is still good after that day. */
    public boolean outlives(LocalDate day) {
        return expiresOn == null || expiresOn.isAfter(day);
    }
}
