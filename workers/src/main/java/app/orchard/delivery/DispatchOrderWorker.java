package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class DispatchOrderWorker {

    private final Deliveries deliveries;

    DispatchOrderWorker(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @JobWorker(type = JobTypes.DISPATCH_ORDER)
    void dispatchOrder(@Variable String orderId) {
        deliveries.dispatch(OrderId.of(orderId));
    }
}
