package app.orchard.console.calendar;

import app.orchard.console.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The last day of a weekly window. */
class EndDialog extends Dialog {

    EndDialog(String window, LocalDate today, Consumer<LocalDate> end) {
        super(Text.of("window.end.title", window));
        addClassName("ask");
        DayField last = new DayField(Text.of("window.last"), today);
        last.setWidthFull();
        Button save = new Button(Text.of("window.end"), click -> {
            if (last.getValue() != null) {
                end.accept(last.getValue());
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Button keep = new Button(Text.of("task.close"), click -> close());
        add(new Paragraph(Text.of("window.end.consequence")), last);
        getFooter().add(keep, save);
    }
}
