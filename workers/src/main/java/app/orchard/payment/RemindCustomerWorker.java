package app.orchard.payment;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

@Component
class RemindCustomerWorker {

    private final PaymentBooks books;

    RemindCustomerWorker(PaymentBooks books) {
        this.books = books;
    }

    @JobWorker(type = JobTypes.REMIND_CUSTOMER)
    void remindCustomer(@Variable String orderId) {
        books.remind(OrderId.of(orderId));
    }
}
