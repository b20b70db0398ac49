package app.orchard.demo;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** What came of it, as a table. */
record Report(List<Act> acts, List<String> troubles) {

    void print(PrintStream out) {
        String row = "  %-26s %6s %14s %14s %7s %7s%n";
        out.printf(row, "", "orders", "in", "out", "packs", "places");
        Arrays.stream(Ending.values())
                .forEach(ending -> print(
                        out,
                        row,
                        ending.title(),
                        acts.stream().filter(act -> act.ending() == ending).toList()));
        print(out, row, "all", acts);
        out.println();
        troubles.forEach(out::println);
    }

    private static void print(PrintStream out, String row, String title, List<Act> acts) {
        out.printf(
                row,
                title,
                acts.size(),
                Rupees.of(acts.stream().mapToLong(act -> act.order().captured()).sum()),
                Rupees.of(acts.stream().mapToLong(act -> act.order().refunded()).sum()),
                acts.stream()
                        .filter(act -> act.ending().goodsGone)
                        .mapToInt(act -> act.wish().quantity())
                        .sum(),
                acts.stream().filter(act -> act.ending().placeUsed).count());
    }
}
