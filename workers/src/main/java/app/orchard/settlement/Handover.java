package app.orchard.settlement;

import app.orchard.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Cash that one person gave to another, who counted it.
 *
 * @param expected what the first one carried
 * @param note why it differs; may be empty when it does not
 */
public record Handover(UUID id, String from, String countedBy, Money expected, Money counted, String note, Instant at) {

    /** Negative when money is missing. */
    public Money difference() {
        return counted.minus(expected);
    }
}
