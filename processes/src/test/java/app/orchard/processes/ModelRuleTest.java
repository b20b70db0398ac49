package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRuleTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken.bpmn");

    @DisplayName("models keep the rules")
    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rulesAndModels")
    void modelsKeepTheRules(ModelRule rule, String model, Path file) {
        assertThat(rule.findings(Models.process(file))).isEmpty();
    }

    @DisplayName("each rule finds what is wrong with a bad model")
    @ParameterizedTest
    @EnumSource
    void rulesFindWhatIsWrong(ModelRule rule) {
        assertThat(rule.findings(Models.process(BROKEN))).isNotEmpty();
    }

    static Stream<Arguments> rulesAndModels() {
        return Models.processes().stream()
                .flatMap(file ->
                        Arrays.stream(ModelRule.values()).map(rule -> Arguments.of(rule, Models.idOf(file), file)));
    }
}
