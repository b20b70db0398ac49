package app.orchard.task;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a task, as its author drew it in Camunda Modeler. Empty when the task has none. */
public record TaskForm(String id, List<Field> fields) {

    /** How a field is filled in. */
    public enum Kind {
        /** Words between the fields, in Markdown; not filled in. */
        TEXT,
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        CHECKBOX,
        SELECT,
        RADIO
    }

    /** One choice of a select or radio field. */
    public record Option(String value, String label) {}

    /**
     * @param key name of the value in the submission; empty for {@link Kind#TEXT}
     * @param text what a {@link Kind#TEXT} says, otherwise the description under the field
     * @param initial the value to begin with
     * @param options the choices, those of {@link TaskOptions} included
     * @param shownWhen absent: always shown
     */
    public record Field(
            Kind kind,
            String key,
            String label,
            String text,
            boolean required,
            @Nullable Object initial,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer maxLength,
            List<Option> options,
            @Nullable Condition shownWhen) {}

    /** Another field has this value, or, when negated, has any other. */
    public record Condition(String field, Object value, boolean negated) {

        public boolean holds(java.util.Map<String, ?> values) {
            return value.equals(values.get(field)) != negated;
        }
    }
}
