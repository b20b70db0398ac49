package app.orchard.processes;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that the analyst owns. */
final class Models {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private Models() {}

    static List<Path> processes() {
        return files("bpmn");
    }

    static List<Path> decisions() {
        return files("dmn");
    }

    static List<Path> forms() {
        return files("forms");
    }

    static String idOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    static void deploy(CamundaClient client) {
        var files = Stream.of(processes(), decisions(), forms())
                .flatMap(List::stream)
                .map(Path::toString)
                .toList();
        var command = client.newDeployResourceCommand().addResourceFile(files.getFirst());
        files.stream().skip(1).forEach(command::addResourceFile);
        command.send().join();
    }

    private static List<Path> files(String folder) {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
