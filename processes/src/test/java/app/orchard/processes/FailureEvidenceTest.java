package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnInMemoryEngine
class FailureEvidenceTest {

    @Test
    @DisplayName("nobody at home — a photo of the door")
    void notHome(InMemoryEngine engine) {
        decided(engine, "notHome", "rule_notHome", "photo");
    }

    @Test
    @DisplayName("damaged — the goods come back and show it themselves")
    void damaged(InMemoryEngine engine) {
        decided(engine, "damaged", "rule_damaged", "none");
    }

    @Test
    @DisplayName("anything else — the driver's word")
    void others(InMemoryEngine engine) {
        List.of("unreachable", "wrongAddress", "refused")
                .forEach(reason -> decided(engine, reason, "rule_others", "none"));
    }

    private static void decided(InMemoryEngine engine, String reason, String rule, String evidence) {
        Decided decided =
                Decided.by(engine, DecisionIds.FAILURE_EVIDENCE, Map.of("failureReason", reason, "zone", "north"));
        assertThat(decided.rule()).isEqualTo(rule);
        assertThat(decided.output()).containsOnlyKeys("evidence", "reason").containsEntry("evidence", evidence);
    }
}
