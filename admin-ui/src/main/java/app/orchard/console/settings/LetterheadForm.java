package app.orchard.console.settings;

import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.invoice.Letterhead;
import app.orchard.invoice.Letterheads;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;

/** What stands on invoices. */
class LetterheadForm extends Section {

    private static final String ONLY_ROW = "1";
    private static final int LETTERS_OF_A_GST_NUMBER = 15;

    private final Letterheads letterheads;
    private final Staff founder;
    private final TextField name = field("settings.name", "settings.name.hint", Letterhead.LONGEST_NAME);
    private final TextField phone = field("settings.phone", "settings.phone.hint", Letterhead.LONGEST_PHONE);
    private final TextField address = field("settings.address", "settings.address.hint", Letterhead.LONGEST_ADDRESS);
    private final TextField gst = field("settings.gst", "settings.gst.hint", LETTERS_OF_A_GST_NUMBER);
    private final Map<String, TextField> refused =
            Map.of("bad-name", name, "bad-phone", phone, "bad-address", address, "bad-gst-number", gst);

    LetterheadForm(Letterheads letterheads, Staff founder) {
        this.letterheads = letterheads;
        this.founder = founder;
        addClassName("block");
        show(letterheads.now());
        Button save = new OnceButton(Text.of("team.save"), this::save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClassName("save-letterhead");
        Div fields = new Div(name, phone, address, gst);
        fields.addClassName("form-fields");
        Div buttons = new Div(save, new Anchor(Pages.CHANGES + "?what=" + ONLY_ROW, Text.of("history.link")));
        buttons.addClassName("buttons");
        add(
                new H2(Text.of("settings.letterhead")),
                new Paragraph(Text.of("settings.letterhead.hint")),
                fields,
                buttons);
    }

    private void show(Letterhead head) {
        name.setValue(head.name());
        phone.setValue(head.phone());
        address.setValue(head.address());
        gst.setValue(head.gstNumber());
    }

    private void save() {
        Letterhead before = letterheads.now();
        try {
            letterheads.change(
                    new Letterhead(name.getValue(), phone.getValue(), address.getValue(), gst.getValue()), founder);
        } catch (Refusal refusal) {
            TextField field = refused.getOrDefault(refusal.type(), name);
            field.setErrorMessage(refusal.sentence());
            field.setInvalid(true);
            return;
        }
        Toast.undoable(Text.of("settings.saved"), () -> {
            letterheads.change(before, founder);
            show(before);
        });
    }

    private static TextField field(String label, String hint, int longest) {
        TextField field = new TextField(Text.of(label));
        field.setHelperText(Text.of(hint));
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}
