package app.orchard.embedded;

import java.nio.file.Path;

/** Somebody started Orchard with this data folder before and it still runs. */
final class AlreadyRunning extends RuntimeException {

    AlreadyRunning(Path data, String screen) {
        super("Orchard is already running with the data in %s.%n%n%s".formatted(data, screen));
    }
}
