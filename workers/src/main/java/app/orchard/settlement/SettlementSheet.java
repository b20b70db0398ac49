package app.orchard.settlement;

import app.orchard.shared.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Days as comma-separated values, in rupees; spreadsheets take no text in it for a formula. */
final class SettlementSheet {

    private static final List<String> COLUMNS = List.of(
            "day",
            "method",
            "expected",
            "captured",
            "fees",
            "refunded",
            "settled",
            "on_its_way",
            "difference",
            "in_words");

    private static final String FORMULA = "=+-@\t\r";

    private SettlementSheet() {}

    static String of(List<SettlementDay> days) {
        StringWriter sheet = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(sheet)) {
            csv.writeRecord(COLUMNS);
            days.forEach(day -> csv.writeRecord(cells(day)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.toString();
    }

    private static List<String> cells(SettlementDay day) {
        return List.of(
                day.day().toString(),
                day.method().name().toLowerCase(Locale.ROOT),
                rupees(day.expected()),
                rupees(day.captured()),
                rupees(day.fees()),
                rupees(day.refunded()),
                rupees(day.settled()),
                rupees(day.onItsWay()),
                rupees(day.difference()),
                text(day.inWords()));
    }

    /** A text that would start a formula gets an apostrophe before it. */
    static String text(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String rupees(Money money) {
        return BigDecimal.valueOf(money.minor(), 2).toPlainString();
    }
}
