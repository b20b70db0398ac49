package app.orchard.refund;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CalculateRefundWorker {

    private final RefundSteps steps;

    record Wanted(
            String orderId,
            @Nullable String refundId,
            String reason,
            @Nullable String stage,
            @Nullable String fault,
            Map<String, Object> policy) {

        RefundCause cause() {
            RefundReason why = RefundReason.of(reason);
            return new RefundCause(OrderId.of(orderId), why, stage, fault, why.sentence() + ".");
        }
    }

    CalculateRefundWorker(RefundSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.CALCULATE_REFUND)
    Map<String, Object> calculateRefund(@VariablesAsType Wanted wanted, ActivatedJob job) {
        UUID id = wanted.refundId() == null ? null : UUID.fromString(wanted.refundId());
        var refund = steps.calculate(id, wanted.cause(), RefundPolicy.of(wanted.policy()), job.getProcessInstanceKey());
        Instant settleBy = refund.settleBy();
        return Map.of(
                "refundId",
                refund.id().toString(),
                "anythingDue",
                refund.state() != RefundState.NOTHING_DUE,
                "needsApproval",
                refund.state() == RefundState.TO_BE_APPROVED,
                "settleBy",
                String.valueOf(settleBy));
    }
}
