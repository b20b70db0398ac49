package app.orchard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances with the best known solution of each: from a folder that the tester names, else those that come along. A
 * folder may bring its own {@code best-known.txt}: a name and a distance on each line.
 */
final class KnownInstances {

    private static final List<String> BUILT_IN =
            List.of("C104", "C204", "R101", "R104", "R112", "R206", "RC108", "RC206");

    private final Map<String, Solomon> instances = new LinkedHashMap<>();
    private final Map<String, Double> best = new LinkedHashMap<>();

    private KnownInstances() {
        readBest(resource("best-known.txt"));
    }

    /** @param variable of the environment that names the folder. @return nothing when it names none */
    static Optional<KnownInstances> of(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(folder -> !folder.isBlank())
                .map(folder -> new KnownInstances().readFolder(Path.of(folder)));
    }

    static KnownInstances builtIn() {
        KnownInstances known = new KnownInstances();
        BUILT_IN.forEach(name -> known.instances.put(name, Solomon.parse(name, resource(name + ".txt"))));
        return known;
    }

    List<Solomon> all() {
        return List.copyOf(instances.values());
    }

    /** How much longer than the best known, in percent. */
    double gap(Solomon instance, double distance) {
        return 100 * (distance / best.getOrDefault(instance.name(), Double.NaN) - 1);
    }

    private KnownInstances readFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Path own = folder.resolve("best-known.txt");
            if (Files.exists(own)) {
                readBest(Files.readString(own));
            }
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName()
                        .toString()
                        .replaceFirst("\\.[^.]*$", "")
                        .toUpperCase(Locale.ROOT);
                if (best.containsKey(name)) {
                    instances.put(name, Solomon.parse(name, Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void readBest(String text) {
        best.putAll(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+"))
                .collect(Collectors.toMap(
                        words -> words[0].toUpperCase(Locale.ROOT), words -> Double.valueOf(words[1]))));
    }

    private static String resource(String name) {
        try (InputStream in = KnownInstances.class.getResourceAsStream("/bench/solomon/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + " in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
