package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnInMemoryEngine
class FailedDeliveryTest {

    @Test
    @DisplayName("goods damaged — returned, whichever try it was")
    void damaged(InMemoryEngine engine) {
        decide(engine, "damaged", 1).is("rule_damaged", "return");
        decide(engine, "damaged", 3).is("rule_damaged", "return");
    }

    @Test
    @DisplayName("customer refused — returned")
    void refused(InMemoryEngine engine) {
        decide(engine, "refused", 1).is("rule_refused", "return");
    }

    @ParameterizedTest(name = "third try failed ({0}) — returned")
    @ValueSource(strings = {"notHome", "unreachable", "wrongAddress"})
    void lastTry(String failureReason, InMemoryEngine engine) {
        decide(engine, failureReason, 3).is("rule_lastTry", "return");
        decide(engine, failureReason, 4).is("rule_lastTry", "return");
    }

    @ParameterizedTest(name = "nobody met at the first try ({0}) — tried again")
    @ValueSource(strings = {"notHome", "unreachable"})
    void firstMiss(String failureReason, InMemoryEngine engine) {
        decide(engine, failureReason, 1).is("rule_firstMiss", "retry");
    }

    @Test
    @DisplayName("wrong address — the customer is asked")
    void wrongAddress(InMemoryEngine engine) {
        decide(engine, "wrongAddress", 1).is("rule_wrongAddress", "ask");
        decide(engine, "wrongAddress", 2).is("rule_wrongAddress", "ask");
    }

    @Test
    @DisplayName("anything else — the customer is asked")
    void anythingElse(InMemoryEngine engine) {
        decide(engine, "notHome", 2).is("rule_otherwise", "ask");
        decide(engine, "flood", 1).is("rule_otherwise", "ask");
    }

    private static Verdict decide(InMemoryEngine engine, String failureReason, int attempt) {
        return new Verdict(Decided.by(
                engine, DecisionIds.FAILED_DELIVERY, Map.of("failureReason", failureReason, "attempt", attempt)));
    }

    private record Verdict(Decided decided) {
        void is(String rule, String step) {
            assertThat(decided.rule()).isEqualTo(rule);
            assertThat(decided.output()).containsOnlyKeys("step", "reason").containsEntry("step", step);
            assertThat((String) decided.output().get("reason")).endsWith(".");
        }
    }
}
