package app.orchard.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** An amount in minor units (paise) of the business's currency. */
public record Money(long minor) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** No price, fee or limit is higher: ₹1,00,00,000. Sums of them are far from overflowing. */
    public static final Money MOST = new Money(1_000_000_000);

    private static final Currency CURRENCY = Currency.getInstance("INR");
    private static final Locale COUNTRY = Locale.of("en", "IN");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)(?=(\\d{2})*\\d{3}\\.)");

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

    public Money atMost(Money limit) {
        return compareTo(limit) <= 0 ? this : limit;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** For people, grouped as in India: {@code ₹1,25,000.00} */
    public String format() {
        String digits = BigDecimal.valueOf(Math.abs(minor), CURRENCY.getDefaultFractionDigits())
                .toPlainString();
        String grouped = GROUPS.matcher(digits).replaceAll(",");
        return (minor < 0 ? "-" : "") + CURRENCY.getSymbol(COUNTRY) + grouped;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }
}
