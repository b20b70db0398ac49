package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The driver says how it went: the process learns the outcome, the cash and the note stay here. */
@Component
class DeliverOrderTask implements TaskHandler {

    private final Deliveries deliveries;

    DeliverOrderTask(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String element() {
        return Elements.DELIVER_ORDER;
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        OrderId order = Objects.requireNonNull(submission.task().orderId());
        Map<String, Object> values = submission.values();
        String note = text(values.get("note"));
        if ("delivered".equals(values.get("outcome"))) {
            Handover handover = new Handover(Rupees.typed(values.get("cashCollected")), note, text(values.get("pin")));
            int attempt = deliveries.delivered(order, handover, submission.by());
            return Map.of("delivered", true, "attempt", attempt, "failureReason", "");
        }
        FailureReason reason = FailureReason.of(text(values.get("failureReason")));
        int attempt = deliveries.failed(order, reason, note, submission.by());
        return Map.of("delivered", false, "attempt", attempt, "failureReason", reason.wireName());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
