package app.orchard.delivery;

import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums as people type them into forms. */
final class Rupees {

    private Rupees() {}

    /** Nothing is none. @throws Refusal INVALID {@code wrong-amount} */
    static Money typed(@Nullable Object typed) {
        try {
            boolean isEmpty = typed == null || typed.toString().isBlank();
            BigDecimal rupees = isEmpty ? BigDecimal.ZERO : new BigDecimal(String.valueOf(typed));
            return Money.of(rupees.movePointRight(2).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw Refusal.invalid("wrong-amount", "Please give the cash in rupees, such as 450 or 450.50.")
                    .because(e);
        }
    }
}
