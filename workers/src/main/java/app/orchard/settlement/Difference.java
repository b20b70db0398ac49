package app.orchard.settlement;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day and way of paying at which money was missing, or too much.
 *
 * @param amount negative when it is missing
 * @param explanation what the founder found out; empty until then
 */
public record Difference(
        LocalDate day,
        PaymentMethod method,
        Money amount,
        State state,
        String explanation,
        @Nullable String explainedBy) {

    /** For people: {@code Paid online on 2026-11-22: ₹50.00 missing.} */
    String inWords() {
        String paid = switch (method) {
            case ONLINE -> "Paid online";
            case CASH -> "Cash";
            case UPI_AT_STALL -> "UPI at the stall";
        };
        String what = amount.isPositive()
                ? amount.format() + " too much."
                : Money.ZERO.minus(amount).format() + " missing.";
        return paid + " on " + day + ": " + what;
    }

    /** Whether somebody still has to find out why. */
    public enum State {
        OPEN,
        EXPLAINED,
        /** The money turned up. */
        GONE
    }
}
