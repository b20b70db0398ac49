package app.orchard.catalog;

import app.orchard.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** @param basisPoints hundredths of a percent, between none and the whole */
public record TaxRate(int basisPoints) {

    private static final int WHOLE = 10_000;

    public TaxRate {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("A tax rate lies between 0 and 100 %");
        }
    }

    /** @return the tax inside an amount that includes it, rounded half up to the minor unit */
    public Money includedIn(Money gross) {
        BigDecimal tax = BigDecimal.valueOf(gross.minor())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(WHOLE + basisPoints), 0, RoundingMode.HALF_UP);
        return Money.of(tax.longValueExact());
    }
}
