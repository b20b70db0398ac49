package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubmission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The driver says how it went: the process learns the outcome, the cash and the note stay here. */
@Component
class DeliverOrderTask implements TaskHandler {

    private static final String EVIDENCE = "evidence";

    private final Deliveries deliveries;

    DeliverOrderTask(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String element() {
        return Elements.DELIVER_ORDER;
    }

    /** The ids of pictures, which no form asks for: phones send them along. */
    @Override
    public Set<String> besideTheForm() {
        return Set.of(EVIDENCE);
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        OrderId order = Objects.requireNonNull(submission.task().orderId());
        Map<String, Object> values = submission.values();
        String note = text(values.get("note"));
        if ("delivered".equals(values.get("outcome"))) {
            Handover handover = new Handover(
                    Rupees.typed(values.get("cashCollected")), note, text(values.get("pin")), evidence(values));
            int attempt = deliveries.delivered(order, handover, submission.by());
            return Map.of("delivered", true, "attempt", attempt, "failureReason", "");
        }
        FailureReason reason = FailureReason.of(text(values.get("failureReason")));
        int attempt = deliveries.failed(order, new Failure(reason, note, evidence(values)), submission.by());
        return Map.of("delivered", false, "attempt", attempt, "failureReason", reason.wireName());
    }

    private static List<UUID> evidence(Map<String, Object> values) {
        Object named = values.getOrDefault(EVIDENCE, List.of());
        try {
            return named instanceof List<?> ids
                    ? ids.stream()
                            .map(String::valueOf)
                            .map(UUID::fromString)
                            .distinct()
                            .toList()
                    : List.of(UUID.fromString(String.valueOf(named)));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("bad-evidence", "The pictures must be a list of ids.")
                    .because(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
