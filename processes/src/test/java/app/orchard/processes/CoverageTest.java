package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all other classes and looks at what they left in the engine's record stream. */
@OnInMemoryEngine
@Order(Integer.MAX_VALUE)
class CoverageTest {
    private static final Path REPORT = Path.of("target/coverage");

    @Test
    @DisplayName("every element, sequence flow and rule of every model was gone through")
    void everyPartIsCovered(InMemoryEngine engine) throws IOException {
        var processes = Models.processes().stream()
                .map(file -> Coverage.ofProcess(Models.idOf(file), Models.process(file), engine.records()))
                .toList();
        var decisions = Models.decisions().stream()
                .map(file -> Coverage.ofDecision(Models.idOf(file), Models.rulesOf(file), engine.records()))
                .toList();
        var all = Stream.concat(processes.stream(), decisions.stream()).toList();
        assumeTrue(all.stream().anyMatch(coverage -> !coverage.seen().isEmpty()), "no test went through a model");

        report(processes, all);
        assertThat(all).allMatch(Coverage::isComplete, "is gone through completely");
    }

    private static void report(List<Coverage> processes, List<Coverage> all) throws IOException {
        Files.createDirectories(REPORT);
        var summary = all.stream().map(Coverage::toString).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(REPORT.resolve("summary.txt"), summary);
        var pictures = processes.stream().map(CoverageTest::picture).collect(Collectors.joining());
        Files.writeString(REPORT.resolve("index.html"), """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Ways through the models</title>
                <style>body{font-family:sans-serif;margin:2rem} svg{max-width:100%%;height:auto}</style>
                <h1>Ways through the models</h1>
                <p>Green: gone through by a test. Red: not.</p>
                <pre>%s</pre>
                %s</html>
                """.formatted(summary, pictures));
        System.out.print(summary);
    }

    private static String picture(Coverage coverage) {
        var model = Models.process(Path.of("src/main/resources/bpmn", coverage.id() + ".bpmn"));
        return "<h2>%s</h2>%s"
                .formatted(
                        coverage.id(), Drawing.of(model, id -> coverage.seen().contains(id) ? "seen" : "unseen"));
    }
}
