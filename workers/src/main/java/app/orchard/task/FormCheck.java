package app.orchard.task;

import app.orchard.shared.Refusal;
import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from a submission what its form asks for, and says what is wrong with it, field by field. */
final class FormCheck {

    private final Map<String, Object> accepted = new LinkedHashMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private FormCheck() {}

    /** @throws Refusal INVALID {@code task-form} with a sentence per field in {@code fields} */
    static Map<String, Object> check(TaskForm form, Map<String, Object> submission) {
        FormCheck check = new FormCheck();
        form.fields().stream()
                .filter(field -> field.kind() != Kind.TEXT && field.isShown(submission))
                .forEach(field -> check.take(field, submission.get(field.key())));
        if (!check.wrong.isEmpty()) {
            throw Refusal.invalid("task-form", String.join(" ", check.wrong.values()))
                    .with("fields", check.wrong);
        }
        return check.accepted;
    }

    private void take(Field field, @Nullable Object value) {
        if (isMissing(field, value)) {
            if (field.required()) {
                wrong.put(
                        field.key(),
                        field.kind() == Kind.CHECKBOX
                                ? "“" + field.label() + "” must be ticked."
                                : "“" + field.label() + "” is missing.");
            }
            return;
        }
        switch (field.kind()) {
            case NUMBER -> takeNumber(field, String.valueOf(value));
            case CHECKBOX -> accepted.put(field.key(), true);
            case SELECT, RADIO -> takeOption(field, String.valueOf(value));
            case TEXTFIELD, TEXTAREA -> takeText(field, String.valueOf(value).strip());
            case TEXT -> {}
        }
    }

    private static boolean isMissing(Field field, @Nullable Object value) {
        return value == null
                || value.toString().isBlank()
                || field.kind() == Kind.CHECKBOX && !value.toString().equals("true");
    }

    private void takeNumber(Field field, String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            wrong.put(field.key(), "“" + field.label() + "” must be a number.");
            return;
        }
        Integer decimals = field.decimals();
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            wrong.put(field.key(), "“" + field.label() + "” must be at least " + field.min() + ".");
        } else if (field.max() != null && number.compareTo(field.max()) > 0) {
            wrong.put(field.key(), "“" + field.label() + "” must be at most " + field.max() + ".");
        } else if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
            wrong.put(field.key(), "“" + field.label() + "” has too many digits after the point.");
        } else {
            accepted.put(field.key(), number);
        }
    }

    private void takeOption(Field field, String value) {
        if (field.options().stream().anyMatch(option -> option.value().equals(value))) {
            accepted.put(field.key(), value);
        } else {
            wrong.put(field.key(), "“" + field.label() + "” is not one of the choices.");
        }
    }

    private void takeText(Field field, String text) {
        Integer maxLength = field.maxLength();
        if (maxLength != null && text.length() > maxLength) {
            wrong.put(field.key(), "“" + field.label() + "” is longer than " + maxLength + " characters.");
        } else {
            accepted.put(field.key(), text);
        }
    }
}
