package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class AskCustomerWorker {

    private final Deliveries deliveries;

    AskCustomerWorker(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @JobWorker(type = JobTypes.ASK_CUSTOMER)
    Map<String, Object> askCustomer(@Variable String orderId) {
        return Map.of("choiceDueAt", deliveries.askCustomer(OrderId.of(orderId)).toString());
    }
}
