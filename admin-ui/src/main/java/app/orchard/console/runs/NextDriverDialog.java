package app.orchard.console.runs;

import app.orchard.console.Text;
import app.orchard.delivery.TourView;
import app.orchard.task.TaskForm;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;

/** Asks which other driver takes something over. */
class NextDriverDialog extends Dialog {

    NextDriverDialog(String title, TourView from, List<TaskForm.Option> drivers, Consumer<String> then) {
        setHeaderTitle(title);
        addClassName("next-driver");
        Select<TaskForm.Option> next = new Select<>();
        next.addClassName("next-driver-choice");
        next.setLabel(Text.of("tour.driver.next"));
        next.setItems(drivers.stream()
                .filter(driver -> !from.isDrivenBy(driver.value()))
                .toList());
        next.setItemLabelGenerator(TaskForm.Option::label);
        Button give = new Button(Text.of("tour.give.confirm"), click -> {
            close();
            then.accept(next.getValue().value());
        });
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.addClassName("hand-over-confirm");
        give.setEnabled(false);
        next.addValueChangeListener(change -> give.setEnabled(change.getValue() != null));
        add(next);
        getFooter().add(new Button(Text.of("tour.give.cancel"), click -> close()), give);
    }
}
