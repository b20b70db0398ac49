package app.orchard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The checked-out repository and what its build put there. */
public record Installation(Path root) {

    /** The folder named by the system property {@code orchard.root}, else the nearest one above with the build's files. */
    public static Installation find() {
        var named = System.getProperty("orchard.root");
        if (named != null) {
            return new Installation(Path.of(named).toAbsolutePath());
        }
        var folder = Path.of("").toAbsolutePath();
        for (var candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(".mvn"))) {
                return new Installation(candidate);
            }
        }
        throw new StartFailed("The files of Orchard were not found from " + folder
                + "; start it with ./orchard, or name their folder with -Dorchard.root=DIR.");
    }

    /** The unpacked distribution of the Zeebe broker. */
    Path broker() {
        var parent = root.resolve(".zeebe");
        if (!Files.isDirectory(parent)) {
            throw new StartFailed("The Zeebe broker is not unpacked in " + parent + "; build Orchard once.");
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> Files.isDirectory(entry.resolve("lib")))
                    .max(Path::compareTo)
                    .orElseThrow(() ->
                            new StartFailed("The Zeebe broker is not unpacked in " + parent + "; build Orchard once."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar the broker loads to tell the database what it did; of {@code ./orchard} a copy that no build replaces. */
    public Path exporter() {
        var copy = System.getProperty("orchard.exporter");
        return copy == null ? root.resolve("exporter/target/orchard-exporter.jar") : Path.of(copy);
    }

    /** The runnable application. */
    public Path application() {
        return root.resolve("admin-ui/target/orchard.jar");
    }

    /** Where unpacked PostgreSQL binaries are kept, one folder per version and platform. */
    Path postgres() {
        return root.resolve(".postgres");
    }
}
