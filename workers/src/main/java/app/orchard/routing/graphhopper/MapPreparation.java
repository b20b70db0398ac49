package app.orchard.routing.graphhopper;

import com.graphhopper.GraphHopper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Makes of an OpenStreetMap file what routing needs, in a folder of its own. */
public final class MapPreparation extends GraphHopper {

    private static final int SMALLEST_PART_OF_TOWN = 50;

    private final DoubleConsumer progress;

    private MapPreparation(DoubleConsumer progress) {
        this.progress = progress;
    }

    /**
     * Reads {@code .osm} and {@code .osm.gz}; {@code .osm.pbf} where the libraries for it are on the class path.
     *
     * @param folder must not be there yet; is there only when everything went well
     * @param progress from 0 to 1
     * @throws IllegalStateException when the file is no map
     */
    public static void prepare(Path osm, Path folder, DoubleConsumer progress) {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        delete(unfinished);
        GraphHopper preparation = configured(new MapPreparation(progress), unfinished)
                .setOSMFile(osm.toAbsolutePath().toString());
        try {
            progress.accept(0.02);
            preparation.importOrLoad();
            preparation.close();
            Files.move(unfinished, folder);
            progress.accept(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            preparation.close();
            delete(unfinished);
        }
    }

    static GraphHopper configured(GraphHopper hopper, Path folder) {
        return hopper.setImportRegistry(Vehicles.registry())
                .setEncodedValuesString(Vehicles.ENCODED)
                .setProfiles(Vehicles.profiles())
                .setGraphHopperLocation(folder.toAbsolutePath().toString())
                .setMinNetworkSize(SMALLEST_PART_OF_TOWN);
    }

    @Override
    protected void importOSM() {
        progress.accept(0.1);
        super.importOSM();
        progress.accept(0.6);
    }

    @Override
    protected void postProcessing(boolean closeEarly) {
        progress.accept(0.7);
        super.postProcessing(closeEarly);
        progress.accept(0.95);
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
