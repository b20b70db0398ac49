package app.orchard.order;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ReportDelayWorker {

    private final OrderSteps steps;

    ReportDelayWorker(OrderSteps steps) {
        this.steps = steps;
    }

    @JobWorker(type = JobTypes.REPORT_DELAY)
    void reportDelay(@Variable String orderId, @CustomHeaders Map<String, String> headers) {
        steps.reportDelay(OrderId.of(orderId), headers.getOrDefault("step", "a step"));
    }
}
