package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import app.orchard.shared.Business;
import app.orchard.shared.OrderId;
import app.orchard.slots.Slot;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class BookRetryWorker {

    private final Deliveries deliveries;
    private final Business business;

    BookRetryWorker(Deliveries deliveries, Business business) {
        this.deliveries = deliveries;
        this.business = business;
    }

    @JobWorker(type = JobTypes.BOOK_RETRY)
    Map<String, Object> bookRetry(@Variable String orderId) {
        return deliveries.bookRetry(OrderId.of(orderId)).map(this::booked).orElse(Map.of("retryBooked", false));
    }

    private Map<String, Object> booked(Slot slot) {
        Instant retryAt = slot.startsAt().minus(business.settings().preparationLead());
        return Map.of(
                "retryBooked", true,
                "slotStartsAt", slot.startsAt().toString(),
                "slotEndsAt", slot.endsAt().toString(),
                "retryAt", retryAt.toString());
    }
}
