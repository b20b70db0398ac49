package app.orchard.refund;

import app.orchard.shared.Money;

/**
 * What calling an order off comes to.
 *
 * @param paid what came in and is still here
 * @param back what of it goes back
 * @param reason why so much, in a sentence
 */
public record CancellationCost(Money paid, Money back, String reason) {

    /** What it costs the customer. */
    public Money kept() {
        return paid.minus(back);
    }
}
