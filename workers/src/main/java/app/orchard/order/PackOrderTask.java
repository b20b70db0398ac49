package app.orchard.order;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskOpened;
import app.orchard.task.TaskSubmission;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class PackOrderTask implements TaskHandler {

    private final OrderSteps steps;

    PackOrderTask(OrderSteps steps) {
        this.steps = steps;
    }

    @Override
    public String element() {
        return Elements.PACK_ORDER;
    }

    @EventListener
    void on(TaskOpened opened) {
        OrderId order = opened.orderId();
        if (order != null && opened.element().equals(Elements.PACK_ORDER)) {
            steps.startPreparing(order);
        }
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        steps.pack(Objects.requireNonNull(submission.task().orderId()), submission.by());
        return Map.of();
    }
}
