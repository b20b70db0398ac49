package app.orchard.order;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class ExpireOrderWorker {

    private final OrderSteps steps;

    ExpireOrderWorker(OrderSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.EXPIRE_ORDER)
    void expireOrder(@Variable String orderId) {
        steps.expire(OrderId.of(orderId));
    }
}
