package app.orchard.refund;

import app.orchard.engine.DecisionTables;
import app.orchard.processes.DecisionIds;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table {@code refund-policy} while somebody waits for the answer; the process asks the same table. */
@Component
class RefundPolicies {

    private final DecisionTables decisions;

    RefundPolicies(DecisionTables decisions) {
        this.decisions = decisions;
    }

    RefundPolicy of(RefundCause cause) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("reason", cause.reason().wireName());
        inputs.put("stage", cause.stage());
        inputs.put("fault", cause.fault());
        return decisions.decide(DecisionIds.REFUND_POLICY, inputs, answer -> RefundPolicy.of(answer.outputs()));
    }
}
