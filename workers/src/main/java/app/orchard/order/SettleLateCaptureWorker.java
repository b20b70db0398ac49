package app.orchard.order;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class SettleLateCaptureWorker {

    private final OrderSteps steps;

    SettleLateCaptureWorker(OrderSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.SETTLE_LATE_CAPTURE)
    Map<String, Object> settleLateCapture(@Variable String orderId) {
        return Map.of("reinstated", steps.settleLateCapture(OrderId.of(orderId)));
    }
}
