package app.orchard.task;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a task, as its author drew it in Camunda Modeler. Without fields when the task has none. */
public record TaskForm(String id, List<Field> fields) {

    static final TaskForm NONE = new TaskForm("", List.of());

    /** How a field is filled in, and with which type of value. */
    public enum Kind {
        /** Words between the fields, in Markdown; not filled in. */
        TEXT,
        /** A string. */
        TEXTFIELD,
        /** A string. */
        TEXTAREA,
        /** A {@link Number} or a string that is one. */
        NUMBER,
        /** A boolean. A required one must be ticked. */
        CHECKBOX,
        /** The value of one of the options. */
        SELECT,
        /** The value of one of the options. */
        RADIO
    }

    /** One choice of a select or radio field. */
    public record Option(String value, String label) {}

    /**
     * @param key name of the value in the submission; empty for {@link Kind#TEXT}
     * @param text what a {@link Kind#TEXT} says, otherwise the description under the field
     * @param initial the value to begin with
     * @param decimals digits after the point of a number
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
            @Nullable Integer decimals,
            @Nullable Integer maxLength,
            List<Option> options,
            @Nullable Condition shownWhen) {

        public boolean isShown(Map<String, ?> values) {
            return shownWhen == null || shownWhen.holds(values);
        }
    }

    /** Another field has this value, or, when negated, has any other. */
    public record Condition(String field, Object value, boolean negated) {

        public boolean holds(Map<String, ?> values) {
            return value.equals(values.get(field)) != negated;
        }
    }
}
