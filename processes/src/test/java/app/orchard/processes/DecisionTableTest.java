package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#decisions")
    void hasOneDecisionNamedLikeItsFile(Path file) {
        assertThat(model(file).getModelElementsByType(Decision.class))
                .extracting(Decision::getId)
                .containsExactly(Models.idOf(file));
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#decisions")
    void answersEveryQuestion(Path file) {
        var table = table(file);
        var rules = List.copyOf(table.getRules());
        assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST);
        if (table.getHitPolicy() == HitPolicy.FIRST) {
            assertThat(rules.getLast().getInputEntries())
                    .extracting(InputEntry::getTextContent)
                    .allMatch(String::isBlank);
        }
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#decisions")
    void tellsTheReasonOfEveryAnswer(Path file) {
        var table = table(file);
        var outputs = List.copyOf(table.getOutputs());
        assertThat(outputs)
                .last()
                .extracting(Output::getName, Output::getTypeRef)
                .containsExactly("reason", "string");
        assertThat(table.getRules())
                .extracting(rule -> List.copyOf(rule.getOutputEntries()).getLast())
                .extracting(OutputEntry::getTextContent)
                .allMatch(reason -> reason.strip().matches("\"[A-Z].+\\.\""));
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#decisions")
    void hasChosenIds(Path file) {
        assertThat(table(file).getRules()).extracting(Rule::getId).allMatch(id -> id.matches("rule_[a-z][a-zA-Z]+"));
    }

    private static DecisionTable table(Path file) {
        return model(file)
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    private static DmnModelInstance model(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }
}
