package app.orchard.payment;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
class OfferRetryWorker {

    private final PaymentBooks books;

    OfferRetryWorker(PaymentBooks books) {
        this.books = books;
    }

    @JobWorker(type = JobTypes.OFFER_RETRY)
    void offerRetry(@Variable String orderId, ActivatedJob job) {
        books.offerRetry(OrderId.of(orderId), job.getKey());
    }
}
