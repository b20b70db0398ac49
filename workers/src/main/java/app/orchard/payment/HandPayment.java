package app.orchard.payment;

import app.orchard.shared.Refusal;

/**
 * Money that a person gave back.
 *
 * @param way UPI or CASH
 * @param reference number of the UPI payment, or who took the cash
 */
public record HandPayment(RefundWay way, String reference) {

    private static final int LONGEST_REFERENCE = 100;

    public HandPayment {
        reference = reference.strip();
        if (way != RefundWay.UPI && way != RefundWay.CASH) {
            throw Refusal.invalid("wrong-way", "Please say whether it was paid by UPI or in cash.");
        }
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
            throw Refusal.invalid("no-reference", "Please write down the payment's number, or who took the cash.");
        }
    }
}
