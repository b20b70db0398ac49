package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import app.orchard.shared.OrderId;
import app.orchard.slots.Slot;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class BookRetryWorker {

    private final Deliveries deliveries;

    BookRetryWorker(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @JobWorker(type = JobTypes.BOOK_RETRY)
    Map<String, Object> bookRetry(@Variable String orderId) {
        return deliveries.bookRetry(OrderId.of(orderId)).map(this::booked).orElse(Map.of("retryBooked", false));
    }

    private Map<String, Object> booked(Slot slot) {
        return Map.of(
                "retryBooked", true,
                "slotStartsAt", slot.startsAt().toString(),
                "slotEndsAt", slot.endsAt().toString());
    }
}
