package app.orchard.routing.town;

import app.orchard.slots.GeoPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The town of the demo business, as an OpenStreetMap file: three parts of town on a grid of main roads, a core of
 * one-way streets, forbidden turns, lanes with bollards, and a river with two bridges. Always the same bytes.
 */
public final class DemoTown {

    /** Another town gets another number. */
    public static final int VERSION = 1;

    public static final Landmark STORE = new Landmark("Main store", "River Road", GeoPoint.ofDegrees(12.9748, 77.5902));
    public static final Landmark STALL =
            new Landmark("Sunday Market stall", "River Road", GeoPoint.ofDegrees(12.9716, 77.5946));
    /** The complexes that the demo business delivers to. */
    public static final List<Landmark> COMPLEXES = List.of(
            new Landmark("Lakeview Residency", "Lake Road", GeoPoint.ofDegrees(13.0412, 77.5891)),
            new Landmark("Palm Grove Towers", "Garden Street", GeoPoint.ofDegrees(12.9079, 77.5854)));

    private DemoTown() {}

    /** Packed with gzip. */
    public static void write(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished));
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write(new TownPlan().draw().asXml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Several hundred doors all over the town, the business's own complexes first. */
    public static List<Landmark> doors() {
        return Stream.concat(COMPLEXES.stream(), new TownPlan().draw().apartments().stream())
                .toList();
    }
}
