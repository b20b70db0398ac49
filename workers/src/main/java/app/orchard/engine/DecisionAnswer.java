package app.orchard.engine;

import app.orchard.shared.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a decision table answered. Reading throws IllegalArgumentException, in a sentence, when it is not usable. */
public record DecisionAnswer(Map<String, Object> outputs) {

    /** @throws IllegalArgumentException when it is missing, not whole paise, below zero or above ₹1,00,00,000 */
    public Money money(String name) {
        Money money = moneyOrNull(name);
        if (money == null) {
            throw new IllegalArgumentException("It gives no " + name + ".");
        }
        return money;
    }

    public @Nullable Money moneyOrNull(String name) {
        return switch (outputs.get(name)) {
            case null -> null;
            case Number number -> amount(name, new BigDecimal(number.toString()));
            case Object other -> throw new IllegalArgumentException("Its " + name + " is no number: " + other);
        };
    }

    public String text(String name) {
        if (outputs.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("It gives no " + name + ".");
    }

    private static Money amount(String name, BigDecimal paise) {
        boolean sensible = paise.signum() >= 0
                && paise.stripTrailingZeros().scale() <= 0
                && paise.compareTo(BigDecimal.valueOf(Money.MOST.minor())) <= 0;
        if (!sensible) {
            throw new IllegalArgumentException("Its " + name + " of " + paise.toPlainString() + " paise cannot be.");
        }
        return Money.of(paise.longValueExact());
    }
}
