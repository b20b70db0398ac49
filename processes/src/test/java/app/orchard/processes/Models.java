package app.orchard.processes;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

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

    static BpmnModelInstance process(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    /** Flows that the engine does not report, because the event behind an event gateway pulls the token: flow to event. */
    static Map<String, String> pulledFlowsOf(BpmnModelInstance process) {
        return process.getModelElementsByType(EventBasedGateway.class).stream()
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .collect(toMap(SequenceFlow::getId, flow -> flow.getTarget().getId()));
    }

    static Set<String> rulesOf(Path decisions) {
        return Dmn.readModelFromFile(decisions.toFile()).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .collect(toCollection(TreeSet::new));
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
