package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst is told before a changed model is deployed. */
class ProcessFileTest {

    private static final String ORDER = model("order");

    @DisplayName("the models that come with the software pass")
    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#processes")
    void passesAllChecks(Path file) throws IOException {
        String xml = Files.readString(file);
        assertThat(ProcessFile.check(Models.idOf(file), xml, xml, surroundings(Set.of())))
                .hasSize(13)
                .allMatch(CheckResult::isPassed);
    }

    @DisplayName("each check says in words what is wrong")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAMED_LIKE_ITS_FILE | <bpmn:process id=\"order\" | <bpmn:process id=\"orders\" | called “orders”",
                "EXECUTABLE | isExecutable=\"true\" | isExecutable=\"false\" | not marked as executable",
                "JOBS_HAVE_WORKERS | type=\"order.confirmOrder\" | type=\"order.confirm\" | “order.confirm”, which nobody does",
                "MESSAGES_ARE_SENT | name=\"order.rescheduled\" | name=\"order.moved\" | “order.moved” is sent by nobody",
                "PARTS_EXIST | processId=\"payment\" | processId=\"pay\" | “pay”, which is not deployed",
                "PARTS_EXIST | formId=\"pack-order\" | formId=\"pack\" | “pack”, which is not deployed",
                "PARTS_EXIST | decisionId=\"cash-limit\" | decisionId=\"cash\" | “cash”, which is not deployed",
                "TASKS_REACH_SOMEBODY | candidateGroups=\"packer\" | candidateGroups=\"kitchen\" | “kitchen”, but nobody here is that"
            })
    void saysWhatIsWrong(ModelCheck check, String good, String bad, String words) {
        assertThat(ORDER).contains(good);
        assertThat(ProcessFile.check("order", ORDER.replace(good, bad), ORDER, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .filteredOn(result -> result.check() == check)
                .singleElement()
                .satisfies(result -> assertThat(result.findings()).anyMatch(finding -> finding.contains(words)));
    }

    @Test
    @DisplayName("steps at which orders stand must stay")
    void keepsStepsAtWhichOrdersStand() {
        assertThat(wrong(ORDER, surroundings(Set.of("userTask_packOrder", "userTask_wrapOrder"))))
                .containsExactly("Orders stand at “userTask_wrapOrder” now, and the changed model has no such step.");
    }

    @Test
    @DisplayName("a wait without a timer is refused")
    void asksForTimers() {
        String broken = read(Path.of("src/test/resources/broken.bpmn"));
        assertThat(ProcessFile.check("broken", broken, null, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .extracting(CheckResult::check)
                .contains(ModelCheck.WAITS_HAVE_TIMERS, ModelCheck.DECISIONS_DECIDE);
        assertThat(ProcessFile.check("broken", broken, null, surroundings(Set.of())))
                .filteredOn(result -> result.check() == ModelCheck.STYLE)
                .singleElement()
                .matches(result -> !result.isPassed() && !result.isInTheWay());
    }

    @Test
    @DisplayName("what a step gave to its worker it goes on giving")
    void keepsWhatWorkersAreGiven() {
        String giving = ORDER.replace(
                "<zeebe:taskDefinition type=\"order.confirmOrder\" retries=\"5\" />",
                "<zeebe:taskDefinition type=\"order.confirmOrder\" retries=\"5\" /><zeebe:ioMapping>"
                        + "<zeebe:input source=\"=orderId\" target=\"confirmed\" /></zeebe:ioMapping>");
        assertThat(giving).isNotEqualTo(ORDER);
        assertThat(ProcessFile.check("order", ORDER, giving, surroundings(Set.of())))
                .filteredOn(CheckResult::isInTheWay)
                .flatExtracting(CheckResult::findings)
                .singleElement()
                .asString()
                .contains("no longer gives “confirmed” to the work order.confirmOrder");
    }

    @Test
    @DisplayName("what is no model at all is refused in words")
    void refusesWhatIsNoModel() {
        assertThat(wrong("Dear sirs", surroundings(Set.of())))
                .singleElement()
                .asString()
                .startsWith("This is no BPMN model");
    }

    private static List<String> wrong(String xml, Surroundings surroundings) {
        return ProcessFile.check("order", xml, ORDER, surroundings).stream()
                .filter(CheckResult::isInTheWay)
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    private static Surroundings surroundings(Set<String> waiting) {
        return new Surroundings(
                Set.of("founder", "packer", "driver", "stall"),
                ids(Models.processes()),
                ids(Models.decisions()),
                ids(Models.forms()),
                waiting);
    }

    private static Set<String> ids(List<Path> files) {
        return files.stream().map(Models::idOf).collect(Collectors.toSet());
    }

    private static String model(String id) {
        return read(Path.of("src/main/resources/bpmn/" + id + ".bpmn"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
