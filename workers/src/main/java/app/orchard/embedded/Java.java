package app.orchard.embedded;

import java.nio.file.Path;
import java.util.List;

/** The JVM that runs us runs our children too. */
final class Java {

    private Java() {}

    /** The program and the options every child gets. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
