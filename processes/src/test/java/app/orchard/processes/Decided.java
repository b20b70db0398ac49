package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What a decision table answered, and the one row that made it do so. */
record Decided(String rule, Map<String, Object> output) {
    static Decided by(TestEngine engine, String decision, Map<String, ?> inputs) {
        var response = engine.client()
                .newEvaluateDecisionCommand()
                .decisionId(decision)
                .variables(inputs)
                .send()
                .join();
        var rules = response.getEvaluatedDecisions().getFirst().getMatchedRules();
        assertThat(rules).hasSize(1);
        var output = engine.client().getConfiguration().getJsonMapper().fromJsonAsMap(response.getDecisionOutput());
        return new Decided(rules.getFirst().getRuleId(), output);
    }
}
