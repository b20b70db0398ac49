package app.orchard.refund;

import app.orchard.payment.HandPayment;
import app.orchard.payment.RefundWay;
import app.orchard.processes.Elements;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class PayOutRefundTask implements TaskHandler {

    private final RefundSteps steps;

    PayOutRefundTask(RefundSteps steps) {
        this.steps = steps;
    }

    @Override
    public String element() {
        return Elements.PAY_OUT_REFUND;
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        RefundWay way = "cash".equals(submission.values().get("way")) ? RefundWay.CASH : RefundWay.UPI;
        String reference = Objects.toString(submission.values().get("reference"), "");
        steps.paidByHand(submission.task().instanceKey(), new HandPayment(way, reference), submission.by());
        return Map.of();
    }
}
