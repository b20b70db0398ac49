package app.orchard.routing.graphhopper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** Prepared maps, and which of them is the one to use. Several processes may look at it; one at a time prepares. */
public final class MapFolder {

    private static final String CURRENT = "current";

    private final Path root;

    public MapFolder(Path root) {
        this.root = root.toAbsolutePath();
        try {
            Files.createDirectories(this.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** The name of the map to use. */
    public Optional<String> current() {
        Path note = file(CURRENT);
        try {
            return Files.exists(note)
                    ? Optional.of(Files.readString(note).strip()).filter(this::has)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String name) {
        return Files.isDirectory(file(name));
    }

    /** From now on this one. */
    public void choose(String name) {
        try {
            Path note = Files.writeString(file(CURRENT + ".new"), name + "\n");
            Files.move(note, file(CURRENT), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the map in use was chosen before this file was made. */
    public boolean isOlderThan(Path osm) {
        try {
            return current().isEmpty()
                    || Files.getLastModifiedTime(file(CURRENT)).compareTo(Files.getLastModifiedTime(osm)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file gets the same name; a newer one of that name another. */
    public String nameFor(Path osm) {
        try {
            String file = String.valueOf(osm.getFileName()).replaceFirst("\\.osm(\\.gz|\\.pbf)?$", "");
            return file.replaceAll("[^A-Za-z0-9-]", "-") + "-"
                    + Long.toString(Files.getLastModifiedTime(osm).toMillis() / 1000, 36) + "-"
                    + Long.toString(Files.size(osm), 36);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was just prepared is perhaps about to be chosen. */
    private boolean isOlder(Path map) {
        try {
            return Files.getLastModifiedTime(map).compareTo(Files.getLastModifiedTime(file(CURRENT))) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Prepared maps that nobody needs any more. */
    public void deleteAllBut(String name) {
        try (Stream<Path> maps = Files.list(root)) {
            maps.filter(Files::isDirectory)
                    .filter(map -> !map.equals(file(name)) && !map.toString().endsWith(".unfinished"))
                    .filter(this::isOlder)
                    .forEach(MapPreparation::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
