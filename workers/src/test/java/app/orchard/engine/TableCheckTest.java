package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.processes.CheckResult;
import app.orchard.processes.DecisionFile;
import app.orchard.processes.ModelCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** A table of which exactly one row fits is asked at the limits that it draws. */
class TableCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cash-limit",
                "delivery-fee",
                "failed-delivery",
                "failure-evidence",
                "proof-of-delivery",
                "refund-policy"
            })
    void findsNothingWrongWithTheTablesOfTheSoftware(String table) throws IOException {
        assertThat(found(table, shipped(table))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delivery-fee | &gt;= 99900 | &gt; 99900 | (paise) 99900,",
                "delivery-fee | &lt; 8 | &lt; 10 | 9",
                "proof-of-delivery | [150000..500000[ | [150000..500000] | 500000",
                "failure-evidence | \"damaged\"</text> | \"refused\"</text> | “damaged”"
            })
    void saysWhichQuestionHasNoAnswerOrSeveral(String table, String good, String bad, String words) throws IOException {
        String xml = shipped(table);
        int cell = xml.indexOf(good, xml.indexOf("<rule"));
        assertThat(cell).isPositive();
        assertThat(found(table, xml.substring(0, cell) + bad + xml.substring(cell + good.length())))
                .anyMatch(finding -> finding.contains(words));
    }

    @Test
    void leavesAloneWhatComparesWithSomethingElse() throws IOException {
        assertThat(found("proof-of-delivery", shipped("proof-of-delivery").replace("&gt;= 500000", "&gt;= limit")))
                .isEmpty();
    }

    @Test
    void asksNothingThatItsColumnRulesOut() throws IOException {
        String untilMidnight = shipped("delivery-fee").replace("&gt;= 8", "[8..23]");
        String ruledOut = untilMidnight.replaceAll(
                "(slotHour</text>\\s*</inputExpression>)",
                "$1<inputValues id=\"values_slotHour\"><text>[0..23]</text></inputValues>");

        assertThat(found("delivery-fee", untilMidnight)).anyMatch(finding -> finding.contains(" 24"));
        assertThat(found("delivery-fee", ruledOut)).isEmpty();
    }

    private static List<String> found(String table, String xml) {
        return DecisionFile.check(table, xml, xml, DecisionTables.trying(table)).stream()
                .filter(result -> result.check() == ModelCheck.EVERY_QUESTION_IS_ANSWERED)
                .map(CheckResult::findings)
                .flatMap(List::stream)
                .toList();
    }

    private static String shipped(String table) throws IOException {
        return new ClassPathResource("dmn/" + table + ".dmn").getContentAsString(StandardCharsets.UTF_8);
    }
}
