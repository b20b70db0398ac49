package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnInMemoryEngine
class RefundPolicyTest {
    private static final int FIVE_THOUSAND = 500_000;

    @ParameterizedTest(name = "{0} — everything, without asking")
    @ValueSource(strings = {"capturedLate", "paidTwice"})
    void moneyForNothing(String reason, InMemoryEngine engine) {
        decide(engine, reason, null, null).is("rule_lateMoney", 100, true, 10_000_000);
    }

    @Test
    @DisplayName("cancelled by the shop — everything, however far it was")
    void cancelledByUs(InMemoryEngine engine) {
        decide(engine, "cancelled", "beforeCutoff", "shop").is("rule_cancelledByUs", 100, true, FIVE_THOUSAND);
        decide(engine, "cancelled", "packed", "shop").is("rule_cancelledByUs", 100, true, FIVE_THOUSAND);
    }

    @Test
    @DisplayName("cancelled by the customer — less the further it was")
    void cancelledByTheCustomer(InMemoryEngine engine) {
        decide(engine, "cancelled", "beforeCutoff", "customer").is("rule_cancelledInTime", 100, true, FIVE_THOUSAND);
        decide(engine, "cancelled", "afterCutoff", "customer").is("rule_cancelledLate", 100, false, FIVE_THOUSAND);
        decide(engine, "cancelled", "packed", "customer").is("rule_cancelledPacked", 50, false, FIVE_THOUSAND);
    }

    @ParameterizedTest(name = "came back, our doing ({0}) — everything")
    @ValueSource(strings = {"damaged", "shop"})
    void returnedByUs(String fault, InMemoryEngine engine) {
        decide(engine, "returned", null, fault).is("rule_returnedByUs", 100, true, FIVE_THOUSAND);
    }

    @Test
    @DisplayName("came back, not wanted — half of the goods")
    void refused(InMemoryEngine engine) {
        decide(engine, "returned", null, "refused").is("rule_returnedRefused", 50, false, FIVE_THOUSAND);
    }

    @ParameterizedTest(name = "came back ({0}) — the goods, not the fee")
    @ValueSource(strings = {"notHome", "unreachable", "wrongAddress"})
    void returned(String fault, InMemoryEngine engine) {
        decide(engine, "returned", null, fault).is("rule_returned", 100, false, FIVE_THOUSAND);
    }

    @ParameterizedTest(name = "{0} — as promised, the founder decides above ₹500")
    @ValueSource(strings = {"complaint", "goodwill"})
    void promised(String reason, InMemoryEngine engine) {
        decide(engine, reason, null, null).is("rule_complaint", 100, true, 50_000);
    }

    @Test
    @DisplayName("anything else — the founder decides")
    void anythingElse(InMemoryEngine engine) {
        decide(engine, "cancelled", null, null).is("rule_otherwise", 100, true, 0);
        decide(engine, "flood", null, null).is("rule_otherwise", 100, true, 0);
    }

    private static Verdict decide(
            InMemoryEngine engine, String reason, @Nullable String stage, @Nullable String fault) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("reason", reason);
        inputs.put("stage", stage);
        inputs.put("fault", fault);
        return new Verdict(Decided.by(engine, DecisionIds.REFUND_POLICY, inputs));
    }

    private record Verdict(Decided decided) {
        void is(String rule, int goodsShare, boolean feeBack, int approvalAbove) {
            assertThat(decided.rule()).isEqualTo(rule);
            assertThat(decided.output())
                    .containsOnlyKeys("goodsShare", "feeBack", "approvalAbove", "reason")
                    .containsEntry("goodsShare", goodsShare)
                    .containsEntry("feeBack", feeBack)
                    .containsEntry("approvalAbove", approvalAbove);
            assertThat((String) decided.output().get("reason")).endsWith(".");
        }
    }
}
