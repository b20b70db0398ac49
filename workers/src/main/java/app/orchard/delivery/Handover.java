package app.orchard.delivery;

import app.orchard.shared.Money;

/**
 * What a driver says of an order that was handed over.
 *
 * @param collected cash; zero when nothing was to be collected
 * @param pin that the customer said; empty when none was asked for
 */
public record Handover(Money collected, String note, String pin) {

    /** Without a PIN. */
    public Handover(Money collected, String note) {
        this(collected, note, "");
    }
}
