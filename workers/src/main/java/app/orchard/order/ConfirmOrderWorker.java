package app.orchard.order;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class ConfirmOrderWorker {

    private final OrderSteps steps;

    ConfirmOrderWorker(OrderSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.CONFIRM_ORDER)
    void confirmOrder(@Variable String orderId) {
        steps.confirm(OrderId.of(orderId));
    }
}
