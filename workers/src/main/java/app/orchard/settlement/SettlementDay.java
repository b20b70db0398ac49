package app.orchard.settlement;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One day's money by one way of paying. {@code settled + onItsWay = captured − fees − refunded + difference}.
 *
 * @param day in the business's time zone, on which the money came in or went back
 * @param expected what the orders owed of what came in
 * @param captured what came in
 * @param fees what the gateway kept, tax on it included, as far as its statements told
 * @param refunded what went back, or is about to
 * @param settled what reached the bank account or was counted
 * @param onItsWay neither there yet nor late
 */
public record SettlementDay(
        LocalDate day,
        PaymentMethod method,
        Money expected,
        Money captured,
        Money fees,
        Money refunded,
        Money settled,
        Money onItsWay) {

    /** Negative when money is missing. */
    public Money difference() {
        return settled.plus(onItsWay).minus(captured.minus(fees).minus(refunded));
    }

    /** In a sentence or two, for people. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        Money difference = difference();
        if (difference.isPositive()) {
            words.add(difference.format() + " too much.");
        } else if (!difference.isZero()) {
            words.add(Money.ZERO.minus(difference).format() + " missing.");
        }
        if (!onItsWay.isZero()) {
            words.add(onItsWay.format() + " on its way.");
        }
        if (!captured.equals(expected)) {
            words.add(captured.minus(expected).format() + " more came in than was owed.");
        }
        return words.isEmpty() ? "All there." : String.join(" ", words);
    }
}
