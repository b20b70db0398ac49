package app.orchard.bench;

import app.orchard.embedded.EmbeddedDatabase;
import app.orchard.routing.Routing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code orchard bench [NAME…]}: measures the application on databases and brokers of its own. Writes a table and
 * {@code target/bench/bench.json}, a list of {@link Figure}s. Ends with 1 when a figure is below its goal.
 */
public final class Bench {

    private final Class<?> application;
    private final Map<String, Supplier<List<Figure>>> measurements = new LinkedHashMap<>();

    private Bench(Class<?> application) {
        this.application = application;
        measurements.put("holds", this::holds);
        measurements.put("place-order", this::placing);
        measurements.put("confirm", this::confirming);
        measurements.put("many-orders", () -> compared(ConfirmingOrders::compared));
        measurements.put("orders-page", () -> compared(OrdersPage::compared));
        measurements.put("pages", this::pages);
        measurements.put("routes", RouteGaps::solomon);
        measurements.put("long-routes", RouteGaps::homberger);
        measurements.put("travel-times", () -> List.of(RoadFigures.matrix()));
        measurements.put("plans", Bench::plans);
        measurements.put("map-memory", Bench::mapMemory);
        measurements.put("machine", () -> new Machine().measure());
    }

    /**
     * @param application the class that Spring starts
     * @param names what to measure; none means everything
     */
    public static void main(Class<?> application, String... names) {
        Bench bench = new Bench(application);
        List<String> chosen = names.length == 0 ? List.copyOf(bench.measurements.keySet()) : List.of(names);
        for (String name : chosen) {
            if (!bench.measurements.containsKey(name)) {
                System.err.println("There is no measurement " + name + ". There are: "
                        + String.join(", ", bench.measurements.keySet()) + ".");
                System.exit(2);
            }
        }
        System.exit(bench.run(chosen) ? 0 : 1);
    }

    private boolean run(List<String> names) {
        List<Figure> figures = new ArrayList<>();
        for (String name : names) {
            System.out.println("Measuring " + name + " …");
            figures.addAll(Objects.requireNonNull(measurements.get(name)).get());
        }
        print(figures);
        store(figures);
        return figures.stream().allMatch(Figure::reachesGoal);
    }

    private List<Figure> holds() {
        try (EmbeddedDatabase database = EmbeddedDatabase.temporaryAndDurable();
                Subject subject = Subject.withoutEngine(application, database.url(), database)) {
            return List.of(new HoldsOnOneSlot(subject).measure());
        }
    }

    private List<Figure> placing() {
        try (EmbeddedDatabase database = EmbeddedDatabase.temporaryAndDurable()) {
            return List.of(new PlacingOrders(application, database).measure());
        }
    }

    private List<Figure> pages() {
        try (EmbeddedDatabase database = EmbeddedDatabase.temporaryAndDurable()) {
            return new Pages(application, database).measure();
        }
    }

    private List<Figure> confirming() {
        try (Town town = Town.with(application, 0)) {
            return List.of(new ConfirmingOrders(town).againstIdleWorkers());
        }
    }

    /** One with 100,000 orders behind it, and one with 100. */
    private List<Figure> compared(BiFunction<Town, Town, Figure> measured) {
        try (Town quiet = Town.with(application, 100);
                Town busy = Town.with(application, 100_000)) {
            return List.of(measured.apply(busy, quiet));
        }
    }

    private static List<Figure> plans() {
        Routing routing = Routing.on(RoadFigures.demoTown());
        PlanFiguresInTime plans = new PlanFiguresInTime(routing.planner(), routing.map());
        return List.of(plans.replan(), plans.fullSlot());
    }

    private static List<Figure> mapMemory() {
        MapMemory.print();
        return List.of();
    }

    private static void print(List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        System.out.printf("%n%-68s %10s %10s %-10s %6s %6s%n", "figure", "value", "baseline", "unit", "ratio", "goal");
        figures.forEach(f -> System.out.printf(
                "%-68s %10.2f %10.2f %-10s %6.2f %6.2f  %s%n",
                f.figure(),
                f.value(),
                f.baseline(),
                f.unit(),
                f.ratio(),
                f.goal(),
                f.reachesGoal() ? "reached" : "BELOW"));
    }

    private static void store(List<Figure> figures) {
        Path file = Path.of(System.getProperty("orchard.root", "."), "target", "bench", "bench.json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
            System.out.println("\nWritten to " + file + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
