package app.orchard.embedded;

import java.nio.file.Files;
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

    /** Options that use what a trial run learned about starting this program, if there was one. */
    static List<String> lessons(Path file) {
        // A cache that no longer fits is passed over; its warnings would only alarm
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, "-Xlog:disable") : List.of();
    }

    /** Options that make this run a trial run, which writes the file when it ends. */
    static List<String> learning(Path file) {
        return List.of("-XX:AOTCacheOutput=" + file, "-Xlog:disable");
    }
}
