package app.orchard.order;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class RequireOnlinePaymentWorker {

    private final OrderSteps steps;

    RequireOnlinePaymentWorker(OrderSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.REQUIRE_ONLINE_PAYMENT)
    Map<String, Object> requireOnlinePayment(@Variable String orderId, @Variable Map<String, Object> cash) {
        return steps.requireOnlinePayment(OrderId.of(orderId), String.valueOf(cash.get("reason")));
    }
}
