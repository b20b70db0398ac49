package app.orchard.shared;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount in minor units (paise) of the business's currency. */
public record Money(long minor) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final Currency CURRENCY = Currency.getInstance("INR");

    public static Money of(long minor) {
        return minor == 0 ? ZERO : new Money(minor);
    }

    public static Currency currency() {
        return CURRENCY;
    }

    public Money plus(Money other) {
        return of(Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return of(Math.subtractExact(minor, other.minor));
    }

    public Money times(int quantity) {
        return of(Math.multiplyExact(minor, quantity));
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** For people: {@code ₹1,25,000.00} */
    public String format() {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.of("en", "IN"));
        format.setCurrency(CURRENCY);
        return format.format(java.math.BigDecimal.valueOf(minor, CURRENCY.getDefaultFractionDigits()));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }
}
