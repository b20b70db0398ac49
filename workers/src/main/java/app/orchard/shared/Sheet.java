package app.orchard.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Comma-separated values for spreadsheets. */
public final class Sheet {

    private static final String FORMULA = "=+-@\t\r";

    private Sheet() {}

    public static String of(List<String> columns, List<List<String>> rows) {
        StringWriter sheet = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(sheet)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.toString();
    }

    /** A text that would start a formula gets an apostrophe before it. */
    public static String text(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public static String rupees(Money money) {
        return BigDecimal.valueOf(money.minor(), 2).toPlainString();
    }
}
