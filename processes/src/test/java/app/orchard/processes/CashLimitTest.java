package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnInMemoryEngine
class CashLimitTest {

    @Test
    @DisplayName("at the stall — any amount, whoever buys")
    void atTheStall(InMemoryEngine engine) {
        decide(engine, "stall", true, 0, 900_000, 0).is("rule_stall", true);
    }

    @Test
    @DisplayName("zone without cash — refused, even small amounts of known customers")
    void zoneWithoutCash(InMemoryEngine engine) {
        decide(engine, "online", false, 12, 10_000, 0).is("rule_zoneWithoutCash", false);
    }

    @Test
    @DisplayName("first order — accepted up to ₹2,000")
    void firstOrder(InMemoryEngine engine) {
        decide(engine, "online", true, 0, 200_000, 0).is("rule_firstOrder", true);
        decide(engine, "online", true, 0, 200_001, 0).is("rule_otherwise", false);
    }

    @Test
    @DisplayName("first orders — refused when they come to more than ₹2,000 together")
    void firstOrders(InMemoryEngine engine) {
        decide(engine, "online", true, 0, 150_000, 50_000).is("rule_firstOrder", true);
        decide(engine, "online", true, 0, 150_000, 50_001).is("rule_firstOrderOpenCash", false);
    }

    @Test
    @DisplayName("known customer — accepted up to ₹5,000")
    void knownCustomer(InMemoryEngine engine) {
        decide(engine, "online", true, 1, 500_000, 0).is("rule_knownCustomer", true);
        decide(engine, "online", true, 30, 200_001, 299_999).is("rule_knownCustomer", true);
    }

    @Test
    @DisplayName("known customer — refused when all open orders come to more than ₹5,000")
    void knownCustomerWithOpenCash(InMemoryEngine engine) {
        decide(engine, "online", true, 30, 200_001, 300_000).is("rule_knownCustomerOpenCash", false);
    }

    @Test
    @DisplayName("anything else — refused")
    void anythingElse(InMemoryEngine engine) {
        decide(engine, "online", true, 1, 500_001, 0).is("rule_otherwise", false);
        decide(engine, "online", null, 1, 10_000, 0).is("rule_otherwise", false);
    }

    private static Verdict decide(
            InMemoryEngine engine,
            String channel,
            @Nullable Boolean zoneTakesCash,
            int deliveredBefore,
            int amountDue,
            int openCash) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("channel", channel);
        inputs.put("zoneTakesCash", zoneTakesCash);
        inputs.put("deliveredBefore", deliveredBefore);
        inputs.put("amountDue", amountDue);
        inputs.put("openCash", openCash);
        return new Verdict(Decided.by(engine, DecisionIds.CASH_LIMIT, inputs));
    }

    private record Verdict(Decided decided) {
        void is(String rule, boolean accepted) {
            assertThat(decided.rule()).isEqualTo(rule);
            assertThat(decided.output()).containsOnlyKeys("accepted", "reason").containsEntry("accepted", accepted);
            assertThat((String) decided.output().get("reason")).endsWith(".");
        }
    }
}
