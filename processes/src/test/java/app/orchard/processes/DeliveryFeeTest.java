package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnInMemoryEngine
class DeliveryFeeTest {

    @Test
    @DisplayName("near, from ₹999 — free at any hour")
    void nearFree(InMemoryEngine engine) {
        decide(engine, "near", 99_900, 10).is("rule_nearFree", 0);
        decide(engine, "near", 9_000_000, 6).is("rule_nearFree", 0);
    }

    @Test
    @DisplayName("near, below ₹999 — ₹40, also while no time is chosen")
    void near(InMemoryEngine engine) {
        decide(engine, "near", 99_899, 8).is("rule_near", 4000);
        decide(engine, "near", 1, null).is("rule_near", 4000);
    }

    @Test
    @DisplayName("near, before 8 in the morning — ₹60")
    void nearEarly(InMemoryEngine engine) {
        decide(engine, "near", 50_000, 7).is("rule_nearEarly", 6000);
    }

    @Test
    @DisplayName("far, from ₹1,199 — free at any hour")
    void farFree(InMemoryEngine engine) {
        decide(engine, "far", 119_900, 17).is("rule_farFree", 0);
        decide(engine, "far", 119_900, null).is("rule_farFree", 0);
    }

    @Test
    @DisplayName("far, below ₹1,199 — ₹50")
    void far(InMemoryEngine engine) {
        decide(engine, "far", 119_899, 23).is("rule_far", 5000);
        decide(engine, "far", 99_900, null).is("rule_far", 5000);
    }

    @Test
    @DisplayName("far, before 8 in the morning — ₹70")
    void farEarly(InMemoryEngine engine) {
        decide(engine, "far", 50_000, 0).is("rule_farEarly", 7000);
    }

    private static Verdict decide(InMemoryEngine engine, String distance, int goods, @Nullable Integer slotHour) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("distance", distance);
        inputs.put("goods", goods);
        inputs.put("slotHour", slotHour);
        return new Verdict(Decided.by(engine, DecisionIds.DELIVERY_FEE, inputs));
    }

    private record Verdict(Decided decided) {
        void is(String rule, int fee) {
            assertThat(decided.rule()).isEqualTo(rule);
            assertThat(decided.output())
                    .containsOnlyKeys("fee", "freeFrom", "minimum", "reason")
                    .containsEntry("fee", fee)
                    .containsEntry("minimum", 19_900);
            assertThat((String) decided.output().get("reason")).endsWith(".");
        }
    }
}
