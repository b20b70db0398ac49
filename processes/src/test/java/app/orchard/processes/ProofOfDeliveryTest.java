package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnInMemoryEngine
class ProofOfDeliveryTest {

    @Test
    @DisplayName("paid at the door, however much — the cash is proof enough")
    void cash(InMemoryEngine engine) {
        decide(engine, 1, true).is("rule_cash", "none");
        decide(engine, 900_000, true).is("rule_cash", "none");
    }

    @Test
    @DisplayName("paid before, below ₹1,500 — nothing is asked for")
    void paidSmall(InMemoryEngine engine) {
        decide(engine, 149_999, false).is("rule_paidSmall", "none");
    }

    @Test
    @DisplayName("paid before, from ₹1,500 — the customer's PIN")
    void paidLarge(InMemoryEngine engine) {
        decide(engine, 150_000, false).is("rule_paidLarge", "pin");
        decide(engine, 499_999, false).is("rule_paidLarge", "pin");
    }

    @Test
    @DisplayName("paid before, from ₹5,000 — a signature")
    void paidVeryLarge(InMemoryEngine engine) {
        decide(engine, 500_000, false).is("rule_paidVeryLarge", "signature");
    }

    private static Verdict decide(InMemoryEngine engine, int amount, boolean cash) {
        return new Verdict(Decided.by(
                engine, DecisionIds.PROOF_OF_DELIVERY, Map.of("amount", amount, "cash", cash, "zone", "north")));
    }

    private record Verdict(Decided decided) {
        void is(String rule, String proof) {
            assertThat(decided.rule()).isEqualTo(rule);
            assertThat(decided.output()).containsOnlyKeys("proof", "reason").containsEntry("proof", proof);
        }
    }
}
