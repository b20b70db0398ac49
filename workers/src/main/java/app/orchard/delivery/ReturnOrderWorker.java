package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class ReturnOrderWorker {

    private final Deliveries deliveries;

    ReturnOrderWorker(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @JobWorker(type = JobTypes.RETURN_ORDER)
    void returnOrder(@Variable String orderId) {
        deliveries.comeBack(OrderId.of(orderId));
    }
}
