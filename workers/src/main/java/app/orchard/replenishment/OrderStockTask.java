package app.orchard.replenishment;

import app.orchard.processes.Elements;
import app.orchard.shared.Refusal;
import app.orchard.task.Task;
import app.orchard.task.TaskHandler;
import app.orchard.task.TaskSubject;
import app.orchard.task.TaskSubmission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OrderStockTask implements TaskHandler, TaskSubject {

    private static final String GOOD_UNTIL = "goodUntil";

    private final Replenishments replenishments;

    OrderStockTask(Replenishments replenishments) {
        this.replenishments = replenishments;
    }

    @Override
    public String element() {
        return Elements.ORDER_STOCK;
    }

    @Override
    public Optional<String> sentence(Task task) {
        return replenishments.ofInstance(task.instanceKey()).map(Replenishment::sentence);
    }

    @Override
    public Map<String, Object> complete(TaskSubmission submission) {
        Map<String, Object> values = submission.values();
        UUID id = replenishments
                .ofInstance(submission.task().instanceKey())
                .map(Replenishment::id)
                .orElseThrow(() -> Refusal.notFound("replenishment"));
        String note = text(values, "note");
        if ("dropped".equals(values.get("outcome"))) {
            replenishments.drop(id, note, submission.by());
        } else {
            int packs = new BigDecimal(String.valueOf(values.get("packs"))).intValueExact();
            LocalDate goodUntil = day(text(values, GOOD_UNTIL));
            LocalDate expiresOn = goodUntil == null ? null : goodUntil.plusDays(1);
            replenishments.receive(id, packs, text(values, "lot"), expiresOn, note, submission.by());
        }
        return Map.of();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            String sentence = "“Good until” must be a day such as 2026-05-31.";
            throw Refusal.invalid("task-form", sentence)
                    .with("fields", Map.of(GOOD_UNTIL, sentence))
                    .because(e);
        }
    }

    private static String text(Map<String, Object> values, String key) {
        return values.getOrDefault(key, "").toString();
    }
}
