package app.orchard.refund;

import app.orchard.processes.Elements;
import app.orchard.shared.Money;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubmission;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ApproveRefundTask implements TaskHandler {

    private final RefundSteps steps;

    ApproveRefundTask(RefundSteps steps) {
        this.steps = steps;
    }

    @Override
    public String element() {
        return Elements.APPROVE_REFUND;
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        long instance = submission.task().instanceKey();
        Map<String, Object> values = submission.values();
        if ("decline".equals(values.get("decision"))) {
            steps.decline(instance, Objects.toString(values.get("declineReason"), ""), submission.by());
            return Map.of("approved", false);
        }
        boolean change = "change".equals(values.get("decision"));
        steps.approve(instance, change ? rupees(values.get("amount")) : null, submission.by());
        return Map.of("approved", true);
    }

    private static Money rupees(@Nullable Object value) {
        return Money.of(
                new BigDecimal(Objects.toString(value, "0")).movePointRight(2).longValueExact());
    }
}
