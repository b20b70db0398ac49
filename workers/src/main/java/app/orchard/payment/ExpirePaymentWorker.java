package app.orchard.payment;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ExpirePaymentWorker {

    private final GatewayDesk desk;

    ExpirePaymentWorker(GatewayDesk desk) {
        this.desk = desk;
    }

    @JobWorker(type = JobTypes.EXPIRE_PAYMENT)
    Map<String, Object> expirePayment(@Variable String orderId, ActivatedJob job) {
        return Map.of("paid", desk.expire(OrderId.of(orderId), job.getRetries() <= 1));
    }
}
