package app.orchard.console.inbox;

import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Option;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One field of a form, as a component of the page. */
record FormField(Component component, Supplier<@Nullable Object> value) {

    static FormField of(Field field, Runnable changed) {
        FormField made = switch (field.kind()) {
            case TEXT -> new FormField(new Paragraph(field.text()), () -> null);
            case TEXTFIELD -> text(field);
            case TEXTAREA -> area(field);
            case NUMBER -> number(field);
            case CHECKBOX -> box(field);
            case SELECT -> select(field);
            case RADIO -> radio(field);
        };
        made.describe(field);
        if (made.component() instanceof HasValue<?, ?> input) {
            input.setRequiredIndicatorVisible(field.required());
            input.addValueChangeListener(change -> {
                made.complain(null);
                changed.run();
            });
        }
        return made;
    }

    /** @param sentence what is wrong with it, null when nothing is */
    void complain(@Nullable Object sentence) {
        if (component instanceof HasValidationProperties input) {
            input.setErrorMessage(sentence == null ? "" : sentence.toString());
            input.setInvalid(sentence != null);
        }
    }

    private void describe(Field field) {
        if (component instanceof HasLabel labelled) {
            labelled.setLabel(field.label());
        }
        if (component instanceof HasHelper helped && !field.text().isBlank()) {
            helped.setHelperText(field.text());
        }
        component.setId("field-" + field.key());
    }

    private static FormField text(Field field) {
        TextField input = new TextField();
        if (field.maxLength() != null) {
            input.setMaxLength(field.maxLength());
        }
        return begin(input, field.initial() == null ? "" : field.initial().toString());
    }

    private static FormField area(Field field) {
        TextArea input = new TextArea();
        if (field.maxLength() != null) {
            input.setMaxLength(field.maxLength());
        }
        return begin(input, field.initial() == null ? "" : field.initial().toString());
    }

    private static FormField number(Field field) {
        BigDecimal initial = field.initial() instanceof BigDecimal number ? number : null;
        Integer decimals = field.decimals();
        if (decimals == null || decimals > 0) {
            BigDecimalField input = new BigDecimalField();
            input.setManualValidation(true);
            return begin(input, initial);
        }
        IntegerField input = new IntegerField();
        input.setManualValidation(true);
        input.setStepButtonsVisible(true);
        if (field.min() != null) {
            input.setMin(field.min().intValue());
        }
        if (field.max() != null) {
            input.setMax(field.max().intValue());
        }
        return begin(input, initial == null ? null : Integer.valueOf(initial.intValue()));
    }

    private static FormField box(Field field) {
        return begin(new Checkbox(), Boolean.TRUE.equals(field.initial()));
    }

    private static FormField select(Field field) {
        Select<Option> input = new Select<>();
        input.setItemLabelGenerator(Option::label);
        input.setItems(field.options());
        input.setManualValidation(true);
        return choose(input, field);
    }

    private static FormField radio(Field field) {
        RadioButtonGroup<Option> input = new RadioButtonGroup<>();
        input.setItemLabelGenerator(Option::label);
        input.setItems(field.options());
        input.setManualValidation(true);
        return choose(input, field);
    }

    private static <C extends AbstractField<C, V>, V> FormField begin(C input, @Nullable V initial) {
        if (initial != null) {
            input.setValue(initial);
        }
        return new FormField(input, input::getValue);
    }

    private static <C extends AbstractField<C, Option>> FormField choose(C input, Field field) {
        field.options().stream()
                .filter(option -> option.value().equals(field.initial()))
                .findFirst()
                .ifPresent(input::setValue);
        return new FormField(
                input, () -> input.getValue() == null ? null : input.getValue().value());
    }
}
