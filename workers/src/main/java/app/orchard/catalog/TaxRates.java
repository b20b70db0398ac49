package app.orchard.catalog;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tax rates, which are data with the day from which they hold. */
@Service
@Transactional(readOnly = true)
public class TaxRates {

    private final JdbcClient jdbc;

    private record Row(String taxClass, int basisPoints) {}

    TaxRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names of those that hold today or will. */
    public List<String> classes() {
        return jdbc.sql("select distinct tax_class from tax_rate order by tax_class")
                .query(String.class)
                .list();
    }

    /**
     * One question for a whole order.
     *
     * @return the rate of each class
     * @throws IllegalStateException when a class has none on that day
     */
    public Map<String, TaxRate> on(LocalDate day, Collection<String> taxClasses) {
        Map<String, TaxRate> rates =
                jdbc
                        .sql("""
                select distinct on (tax_class) tax_class, basis_points from tax_rate
                where tax_class = any (?) and valid_from <= ? order by tax_class, valid_from desc""")
                        .params(taxClasses.toArray(String[]::new), Date.valueOf(day))
                        .query(Row.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Row::taxClass, row -> new TaxRate(row.basisPoints())));
        for (String taxClass : taxClasses) {
            if (!rates.containsKey(taxClass)) {
                throw new IllegalStateException("no tax rate for " + taxClass + " on " + day);
            }
        }
        return rates;
    }
}
