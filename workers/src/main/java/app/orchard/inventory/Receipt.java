package app.orchard.inventory;

import app.orchard.shared.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Packs that arrived.
 *
 * @param lot as written on the box; empty: named after the day it arrived
 * @param expiresOn the first day on which they are no longer good; absent: they keep
 */
public record Receipt(
        UUID variant, int packs, String lot, @Nullable LocalDate expiresOn) {

    private static final int LONGEST_CODE = 40;

    /** @throws Refusal INVALID {@code bad-quantity} or {@code bad-lot} */
    public Receipt {
        StockKeeping.requirePacks(packs, 1);
        lot = lot.strip();
        if (lot.length() > LONGEST_CODE) {
            throw Refusal.invalid("bad-lot", "The code of a lot has at most 40 characters.");
        }
    }
}
