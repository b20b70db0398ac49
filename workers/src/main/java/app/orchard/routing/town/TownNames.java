package app.orchard.routing.town;

import java.util.List;

/** What streets and houses are called. */
final class TownNames {

    private static final List<String> ROWS = List.of(
            "Airport Road",
            "Mill Road",
            "Garden Street",
            "Quarry Road",
            "School Road",
            "Station Road",
            "Fort Road",
            "Park Road",
            "Tank Road",
            "Market Road",
            "River Road",
            "Temple Street",
            "Court Road",
            "College Road",
            "Nursery Road",
            "Lake Road",
            "Palace Road",
            "Cantonment Road",
            "Dairy Road",
            "Orchard Road",
            "Hill Road");
    private static final List<String> COLUMNS = List.of(
            "West Ring Road",
            "Coconut Avenue",
            "Jasmine Avenue",
            "Gandhi Road",
            "Residency Road",
            "Church Street",
            "Cubbon Avenue",
            "Neem Avenue",
            "East Ring Road");
    private static final List<String> FIRST = List.of(
            "Green", "Silver", "Sun", "Lotus", "Maple", "Royal", "Pearl", "Ocean", "Amber", "Golden", "Mango", "Cedar");
    private static final List<String> SECOND = List.of(
            "Meadows", "Heights", "Enclave", "Residency", "Towers", "Gardens", "Court", "Park", "Terrace", "View");

    private TownNames() {}

    static String row(int row, int main) {
        return row % main == 0
                ? ROWS.get(Math.floorMod(row / main + 10, ROWS.size()))
                : Math.floorMod(row, main) + ordinal(Math.floorMod(row, main)) + " Cross, "
                        + ROWS.get(Math.floorMod(Math.floorDiv(row, main) + 10, ROWS.size()));
    }

    static String column(int column, int main) {
        return column % main == 0
                ? COLUMNS.get(Math.floorMod(column / main + 4, COLUMNS.size()))
                : Math.floorMod(column, main) + ordinal(Math.floorMod(column, main)) + " Main, "
                        + COLUMNS.get(Math.floorMod(Math.floorDiv(column, main) + 4, COLUMNS.size()));
    }

    static String apartment(int n) {
        return FIRST.get(n % FIRST.size()) + " " + SECOND.get(n / FIRST.size() % SECOND.size())
                + (n < 120 ? "" : " " + (1 + n / 120));
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
