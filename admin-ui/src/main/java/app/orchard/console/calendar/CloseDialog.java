package app.orchard.console.calendar;

import app.orchard.console.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days to close, where, and why. */
class CloseDialog extends Dialog {

    interface Closing {

        void close(@Nullable String zone, LocalDate from, LocalDate until, String reason);
    }

    private static final int LONGEST_REASON = 200;

    CloseDialog(LocalDate day, List<String> zones, Closing closing) {
        super(Text.of("close.title"));
        addClassName("ask");
        DayField from = new DayField(Text.of("close.from"), day);
        DayField until = new DayField(Text.of("close.until"), day);
        Select<String> zone = new Select<>();
        zone.setLabel(Text.of("filter.zone"));
        zone.setItems(zones);
        zone.setEmptySelectionAllowed(true);
        zone.setEmptySelectionCaption(Text.of("calendar.everywhere"));
        TextField reason = new TextField(Text.of("close.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.addClassName("close-reason");
        Button close = new Button(Text.of("close.do"), click -> {
            if (from.getValue() == null || until.getValue() == null || reason.isEmpty()) {
                reason.setInvalid(reason.isEmpty());
                reason.setErrorMessage(Text.of("close.reason.missing"));
                return;
            }
            closing.close(zone.getValue(), from.getValue(), until.getValue(), reason.getValue());
            close();
        });
        close.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep = new Button(Text.of("task.close"), click -> close());
        Div fields = new Div(from, until, zone, reason);
        fields.addClassName("form-fields");
        add(new Paragraph(Text.of("close.consequence")), fields);
        getFooter().add(keep, close);
        addOpenedChangeListener(opened -> reason.focus());
    }
}
