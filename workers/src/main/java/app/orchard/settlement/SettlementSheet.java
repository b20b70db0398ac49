package app.orchard.settlement;

import static app.orchard.shared.Sheet.rupees;

import app.orchard.shared.Sheet;
import java.util.List;
import java.util.Locale;

/** Days as comma-separated values, in rupees. */
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

    private SettlementSheet() {}

    static String of(List<SettlementDay> days) {
        return Sheet.of(COLUMNS, days.stream().map(SettlementSheet::cells).toList());
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
                Sheet.text(day.inWords()));
    }
}
