package app.orchard.console;

import app.orchard.shared.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Some fields and a button. What is wrong stands beside its field, and the dialog stays until it is right. */
public class FieldsDialog extends Dialog {

    private final Map<HasValidationProperties, Supplier<String>> checks = new LinkedHashMap<>();
    private final Map<String, HasValidationProperties> refused = new HashMap<>();
    private final Button confirm;

    /** @param what is done, as the head and on the button */
    public FieldsDialog(String what) {
        addClassNames("ask", "stock-dialog");
        setHeaderTitle(what);
        setWidth("28rem");
        setMaxWidth("100%");
        confirm = new Button(what);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClassName("confirm");
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(Text.of("stock.cancel"), click -> close()), confirm);
    }

    public void about(String sentence) {
        add(new Paragraph(sentence));
    }

    public TextField text(String label, String hint, int longest) {
        TextField text = put(new TextField(label));
        text.setHelperText(hint);
        text.setMaxLength(longest);
        return text;
    }

    /** @param wrong a sentence; empty when the field is right */
    public void check(HasValidationProperties field, Supplier<String> wrong) {
        checks.put(field, wrong);
    }

    /** A refusal of this type is shown beside this field. */
    public void refuse(String type, HasValidationProperties field) {
        refused.put(type, field);
    }

    /**
     * @param main beside which a refusal is shown that belongs to no other field
     * @param act what is done; a refusal leaves the dialog as it is
     */
    public void onConfirm(HasValidationProperties main, Runnable act) {
        confirm.addClickListener(click -> {
            try {
                if (isRight()) {
                    act.run();
                    close();
                }
            } catch (Refusal refusal) {
                complain(refused.getOrDefault(refusal.type(), main), refusal.sentence());
            } finally {
                confirm.setEnabled(true);
            }
        });
    }

    /** Without fields: it asks whether one means it. */
    public void onConfirm(Runnable act) {
        confirm.addClickListener(click -> {
            try {
                close();
                act.run();
            } catch (Refusal refusal) {
                Toast.problem(refusal.sentence());
            }
        });
    }

    public <C extends Component & HasValue<?, ?> & HasValidationProperties> C put(C field) {
        field.addValueChangeListener(change -> complain(field, ""));
        field.getElement().getClassList().add("stock-field");
        add(field);
        return field;
    }

    private boolean isRight() {
        checks.forEach((field, wrong) -> complain(field, wrong.get()));
        return checks.keySet().stream().noneMatch(HasValidationProperties::isInvalid);
    }

    private static void complain(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(!sentence.isEmpty());
    }
}
