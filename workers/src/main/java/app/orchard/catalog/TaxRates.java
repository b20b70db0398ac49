package app.orchard.catalog;

import app.orchard.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tax rates, which are data with the day from which they hold. */
@Service
@Transactional(readOnly = true)
public class TaxRates {

    private static final int WHOLE = 10_000;

    private final JdbcClient jdbc;

    TaxRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the tax inside an amount that includes it, rounded half up to the minor unit */
    public Money includedIn(Money gross, String taxClass, LocalDate day) {
        int basisPoints = basisPoints(taxClass, day);
        BigDecimal tax = BigDecimal.valueOf(gross.minor())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(WHOLE + basisPoints), 0, RoundingMode.HALF_UP);
        return Money.of(tax.longValueExact());
    }

    private int basisPoints(String taxClass, LocalDate day) {
        return jdbc.sql("""
                select basis_points from tax_rate where tax_class = ? and valid_from <= ?
                order by valid_from desc limit 1""")
                .params(taxClass, Date.valueOf(day))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no tax rate for " + taxClass + " on " + day));
    }
}
