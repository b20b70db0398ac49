package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {

    private static final String SHIPPED = table("cash-limit");

    @DisplayName("tables have one decision named like the file, answer every question, tell reasons, have chosen ids")
    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#decisions")
    void passesAllChecks(Path file) throws IOException {
        String xml = Files.readString(file);
        assertThat(DecisionFile.check(Models.idOf(file), xml, xml, saying("")))
                .hasSize(8)
                .allMatch(CheckResult::isPassed);
    }

    @DisplayName("each check finds what is wrong with a bad table")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAMED_LIKE_ITS_FILE | <decision id=\"cash-limit\" | <decision id=\"cash\"",
                "EVERY_QUESTION_IS_ANSWERED | hitPolicy=\"FIRST\" | hitPolicy=\"ANY\"",
                "EVERY_QUESTION_IS_ANSWERED | <text>true</text> | <text>1</text>",
                "REASONS_ARE_TOLD | \"Paid over the counter.\" | reason",
                "WHAT_IS_READ_IS_KEPT | name=\"accepted\" | name=\"agreed\"",
                "INPUTS_ARE_KNOWN | <text>deliveredBefore</text> | <text>ordersBefore</text>",
                "STYLE | id=\"rule_stall\" | id=\"DecisionRule_0x1a\""
            })
    void findsWhatIsWrong(ModelCheck check, String good, String bad) {
        assertThat(SHIPPED).contains(good);
        assertThat(DecisionFile.check("cash-limit", SHIPPED.replace(good, bad), SHIPPED, saying("")))
                .filteredOn(result -> !result.isPassed())
                .extracting(CheckResult::check)
                .contains(check);
    }

    @Test
    @DisplayName("the last row of a table that takes the first must fit whatever comes")
    void asksForARowThatFitsWhateverComes() {
        DecisionFile file = DecisionFile.read("cash-limit", SHIPPED);
        List<List<String>> rows = cells(file);
        rows.getLast().set(0, "\"online\"");
        assertThat(DecisionFile.check("cash-limit", file.with(rows), SHIPPED, saying("")))
                .filteredOn(CheckResult::isInTheWay)
                .extracting(CheckResult::check)
                .containsExactly(ModelCheck.EVERY_QUESTION_IS_ANSWERED);
    }

    @Test
    @DisplayName("what is no DMN model is refused in words, and so is what the engine does not take")
    void refusesInWords() {
        assertThat(DecisionFile.check("cash-limit", "<html/>", SHIPPED, saying("")))
                .singleElement()
                .matches(CheckResult::isInTheWay);
        assertThat(DecisionFile.check("cash-limit", SHIPPED, SHIPPED, saying("It cannot be read.")))
                .filteredOn(CheckResult::isInTheWay)
                .singleElement()
                .satisfies(result -> assertThat(result.findings()).containsExactly("It cannot be read."));
    }

    @Test
    @DisplayName("one cell is changed and nothing else")
    void changesOneCell() {
        DecisionFile file = DecisionFile.read("cash-limit", SHIPPED);
        List<List<String>> rows = cells(file);
        assertThat(rows.get(2)).startsWith("", "true", "0", "<= 200000");
        rows.get(2).set(3, "<= 300000");

        DecisionFile changed = DecisionFile.read("cash-limit", file.with(rows));

        assertThat(changed.rows()).isEqualTo(rows);
        assertThat(changed.columns()).isEqualTo(file.columns());
        assertThat(changed.name()).isEqualTo("Cash limit");
        assertThat(file.with(rows)).contains("dmndi:DMNShape").contains("modeler:executionPlatform");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> file.with(rows.subList(0, 2)));
    }

    private static TableEngine saying(String complaint) {
        return new TableEngine() {
            @Override
            public String complaint(String xml) {
                return complaint;
            }

            @Override
            public List<String> withoutAnswer(String xml, List<Map<String, Object>> questions) {
                return questions.stream().map(question -> "").toList();
            }
        };
    }

    private static List<List<String>> cells(DecisionFile file) {
        List<List<String>> cells = new ArrayList<>();
        file.rows().forEach(row -> cells.add(new ArrayList<>(row)));
        return cells;
    }

    private static String table(String id) {
        try {
            return Files.readString(Path.of("src/main/resources/dmn/" + id + ".dmn"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
