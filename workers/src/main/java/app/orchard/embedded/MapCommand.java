package app.orchard.embedded;

import app.orchard.routing.graphhopper.MapFolder;
import app.orchard.routing.graphhopper.MapPreparation;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code orchard map FILE}: makes of a downloaded extract what routing needs. Runs in a process with a class path of its
 * own, since reading {@code .osm.pbf} needs older libraries than the application has. A running Orchard takes the map
 * into use by itself.
 */
public final class MapCommand {

    private static final int FAILED = 1;
    private static final int WRONG_OPTION = 2;

    private MapCommand() {}

    /** The file, and the folder where maps are kept. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        if (arguments.length != 2) {
            System.err.println("Name one map: ./orchard map FILE.osm.pbf (or .osm.gz, .osm).");
            return WRONG_OPTION;
        }
        Path osm = Path.of(arguments[0]);
        if (!Files.isRegularFile(osm) || !osm.toString().matches(".*\\.osm(\\.gz|\\.pbf)?")) {
            System.err.println(osm + " is no map: a file that ends with .osm.pbf, .osm.gz or .osm is needed.");
            return WRONG_OPTION;
        }
        try {
            prepare(osm, new MapFolder(Path.of(arguments[1])));
            return 0;
        } catch (RuntimeException e) {
            System.err.println("\n" + osm + " could not be read as a map: " + e.getMessage());
            return FAILED;
        } catch (OutOfMemoryError e) {
            System.err.println("\nThe map is too large for this process; ORCHARD_MAP_MEMORY=8g gives it more memory.");
            return FAILED;
        }
    }

    private static void prepare(Path osm, MapFolder folder) {
        String name = folder.nameFor(osm);
        long begun = System.nanoTime();
        if (!folder.has(name)) {
            MapPreparation.prepare(osm, folder.file(name), done -> {
                System.out.printf("\r  reading the map %4d %% ", Math.round(100 * done));
                System.out.flush();
            });
        }
        folder.choose(name);
        System.out.printf(
                "%nThe map is ready after %.0f s in %s. A running Orchard takes it within half a minute.%n",
                (System.nanoTime() - begun) / 1e9, folder.file(name));
    }
}
