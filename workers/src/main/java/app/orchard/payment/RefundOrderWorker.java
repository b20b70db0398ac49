package app.orchard.payment;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class RefundOrderWorker {

    private final RefundDesk desk;

    RefundOrderWorker(RefundDesk desk) {
        this.desk = desk;
    }

    @JobWorker(type = JobTypes.REFUND_ORDER)
    void refundOrder(@Variable String orderId) {
        desk.refundAll(OrderId.of(orderId));
    }
}
