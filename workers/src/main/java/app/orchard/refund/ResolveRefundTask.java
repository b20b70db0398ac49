package app.orchard.refund;

import app.orchard.payment.HandPayment;
import app.orchard.payment.RefundWay;
import app.orchard.processes.Elements;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The gateway would not send it: the founder asks once more, or pays by hand. */
@Component
class ResolveRefundTask implements TaskHandler {

    private final RefundSteps steps;

    ResolveRefundTask(RefundSteps steps) {
        this.steps = steps;
    }

    @Override
    public String element() {
        return Elements.RESOLVE_REFUND;
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        long instance = submission.task().instanceKey();
        if ("paid".equals(submission.values().get("decision"))) {
            String reference = Objects.toString(submission.values().get("reference"), "");
            steps.paidByHand(instance, new HandPayment(RefundWay.UPI, reference), submission.by());
        } else {
            steps.onceMore(instance, submission.by());
        }
        return Map.of();
    }
}
