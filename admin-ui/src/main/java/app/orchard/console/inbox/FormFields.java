package app.orchard.console.inbox;

import app.orchard.task.TaskForm;
import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Kind;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;

/** A task's form as its author drew it. Fields come and go with the conditions of the form. */
class FormFields extends Div {

    private final Map<Field, FormField> fields = new LinkedHashMap<>();

    FormFields(TaskForm form) {
        addClassName("form-fields");
        for (Field each : form.fields()) {
            FormField field = FormField.of(each, this::showAndHide);
            fields.put(each, field);
            add(field.component());
        }
        showAndHide();
    }

    /** What was filled in. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((field, input) -> {
            Object value = input.value().get();
            if (field.kind() != Kind.TEXT && value != null) {
                values.put(field.key(), value);
            }
        });
        return values;
    }

    /** @param wrong a sentence for each field that is not right, by key; anything else */
    void complain(Object wrong) {
        if (wrong instanceof Map<?, ?> sentences) {
            fields.forEach((field, input) -> input.complain(sentences.get(field.key())));
        }
    }

    private void showAndHide() {
        Map<String, Object> values = values();
        fields.forEach((field, input) -> input.component().setVisible(field.isShown(values)));
    }
}
