package app.orchard.delivery;

import app.orchard.shared.Money;
import java.util.List;
import java.util.UUID;

/**
 * What a driver says of an order that was handed over.
 *
 * @param collected cash; zero when nothing was to be collected
 * @param pin that the customer said; empty when none was asked for
 * @param evidence pictures that show it, of this attempt
 */
public record Handover(Money collected, String note, String pin, List<UUID> evidence) {

    /** Without a PIN. */
    public Handover(Money collected, String note) {
        this(collected, note, "");
    }

    /** Without pictures. */
    public Handover(Money collected, String note, String pin) {
        this(collected, note, pin, List.of());
    }
}
