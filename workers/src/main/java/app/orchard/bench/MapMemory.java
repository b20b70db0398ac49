package app.orchard.bench;

import app.orchard.routing.graphhopper.MapPreparation;
import app.orchard.routing.graphhopper.Speeds;
import app.orchard.routing.graphhopper.TownMap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** What a map takes in memory: the demo town, and a city of a million crossings in a process of its own. */
public final class MapMemory {

    private static final int SIDE = 1000;
    private static final double STEP = 0.0009;

    private MapMemory() {}

    static void print() {
        long before = used();
        TownMap town = RoadFigures.demoTown();
        report("The demo town", town, used() - before);
        town.close();
        run("-Xmx3g", MapMemory.class.getName());
    }

    /** The city; in a process with room for it. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("orchard-bench-city");
        Path file = folder.resolve("city.osm.gz");
        write(file);
        long begun = System.nanoTime();
        MapPreparation.prepare(file, folder.resolve("city"), done -> {});
        double prepared = (System.nanoTime() - begun) / 1e9;
        long before = used();
        begun = System.nanoTime();
        TownMap city = TownMap.load(folder.resolve("city"), new Speeds(0.7, 20, 14, 40), new Speeds(0.6, 18, 12, 45));
        double loaded = (System.nanoTime() - begun) / 1e9;
        report("A city", city, used() - before);
        System.out.printf("  prepared in %.0f s, loaded in %.0f s%n", prepared, loaded);
        try (var left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static void report(String what, TownMap map, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d crossings, %,d roads, %d MB in memory with the ways of a scooter and a van%n",
                what,
                map.crossings(),
                map.roads(),
                bytes / 1_000_000);
    }

    private static void write(Path file) throws IOException {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");
            for (int n = 0; n < SIDE * SIDE; n++) {
                int row = n / SIDE;
                out.write("<node id=\"%d\" lat=\"%.6f\" lon=\"%.6f\"/>%n"
                        .formatted(n + 1, 12.5 + STEP * row, 77.1 + STEP * (n % SIDE)));
            }
            for (int line = 0; line < SIDE; line++) {
                street(out, 2 * line + 1, line * SIDE + 1, 1);
                street(out, 2 * line + 2, line + 1, SIDE);
            }
            out.write("</osm>\n");
        }
    }

    private static void street(Writer out, int id, int first, int step) throws IOException {
        out.write("<way id=\"" + id + "\">");
        for (int n = 0; n < SIDE; n++) {
            out.write("<nd ref=\"" + (first + n * step) + "\"/>");
        }
        out.write("<tag k=\"highway\" v=\"" + (id % 10 < 2 ? "secondary" : "residential") + "\"/></way>\n");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void run(String... options) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
