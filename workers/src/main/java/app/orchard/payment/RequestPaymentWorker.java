package app.orchard.payment;

import app.orchard.processes.ErrorCodes;
import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.exception.CamundaError;
import org.springframework.stereotype.Component;

@Component
class RequestPaymentWorker {

    private final GatewayDesk desk;

    RequestPaymentWorker(GatewayDesk desk) {
        this.desk = desk;
    }

    @JobWorker(type = JobTypes.REQUEST_PAYMENT)
    void requestPayment(@Variable String orderId) {
        if (!desk.request(OrderId.of(orderId))) {
            throw CamundaError.bpmnError(ErrorCodes.PAYMENT_REFUSED, "The payment gateway will not take this payment.");
        }
    }
}
