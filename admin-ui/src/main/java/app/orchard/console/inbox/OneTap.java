package app.orchard.console.inbox;

import app.orchard.task.TaskForm;
import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Forms that need no choice: their initial values are the usual answer, and the tap ticks the boxes. */
final class OneTap {

    private OneTap() {}

    /** @return what one tap submits; empty when the form asks something that only its person knows */
    static Optional<Map<String, Object>> submission(TaskForm form) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.kind() == Kind.CHECKBOX) {
                values.put(field.key(), true);
            } else if (field.initial() != null) {
                values.put(field.key(), field.initial());
            } else if (field.required() && field.isShown(values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
