package app.orchard.settlement;

import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.util.UUID;

/**
 * What somebody found when they counted the cash of somebody else.
 *
 * @param from who carried it
 * @param expected what they carried according to the page on which it was counted
 * @param note why it differs
 * @param requestKey chosen by the page: the same key is the same hand-over
 */
public record Count(UUID from, Money expected, Money counted, String note, String requestKey) {

    private static final int LONGEST_NOTE = 500;

    public Count {
        note = note.strip();
        if (counted.minor() < 0 || counted.compareTo(Money.MOST) > 0) {
            throw Refusal.invalid("wrong-amount", "Please give what you counted in rupees, such as 1250 or 1250.50.");
        }
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("bad-note", "A note may have at most 500 characters.");
        }
        if (requestKey.isBlank() || requestKey.length() > 100) {
            throw Refusal.invalid("bad-request-key", "The idempotency key has between 1 and 100 characters.");
        }
    }
}
