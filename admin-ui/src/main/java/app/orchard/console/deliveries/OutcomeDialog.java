package app.orchard.console.deliveries;

import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.delivery.Stop;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Confirms at the door what a tap said: the cash, or the reason. */
class OutcomeDialog extends Dialog {

    private static final int LONGEST_NOTE = 500;

    private final Stop stop;
    private final Task task;
    private final Tasks tasks;
    private final Staff driver;
    private final Map<String, Object> values = new HashMap<>();
    private final TextArea note = new TextArea(Text.of("outcome.note"));
    private final Button confirm = new Button();

    OutcomeDialog(Stop stop, Task task, Tasks tasks, Staff driver) {
        this.stop = stop;
        this.task = task;
        this.tasks = tasks;
        this.driver = driver;
        addClassNames("ask", "outcome");
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Text.of("outcome.back"), click -> close()), confirm);
    }

    OutcomeDialog delivered() {
        setHeaderTitle(Text.of("outcome.delivered", stop.number()));
        values.put("outcome", "delivered");
        if (stop.needsPin()) {
            TextField pin = new TextField(label("pin"));
            pin.getElement().setAttribute("inputmode", "numeric");
            pin.setMaxLength(4);
            pin.setWidthFull();
            pin.addClassName("pin");
            pin.addValueChangeListener(change -> values.put("pin", change.getValue()));
            pin.setValueChangeMode(ValueChangeMode.EAGER);
            add(pin);
        }
        if (stop.toCollect().isPositive()) {
            BigDecimalField cash = new BigDecimalField(Text.of("outcome.cash"));
            cash.setValue(BigDecimal.valueOf(stop.toCollect().minor(), 2));
            cash.setPrefixComponent(new Span("₹"));
            cash.setHelperText(Text.of("outcome.cash.hint", stop.toCollect().format()));
            cash.addClassName("cash");
            cash.setWidthFull();
            add(cash);
            confirm.addClickListener(click -> {
                values.put("cashCollected", cash.getValue() == null ? BigDecimal.ZERO : cash.getValue());
                complete("outcome.delivered.done");
            });
        } else {
            confirm.addClickListener(click -> complete("outcome.delivered.done"));
        }
        confirm.setText(Text.of(stop.toCollect().isPositive() ? "outcome.cash.confirm" : "outcome.confirm"));
        add(note);
        return this;
    }

    OutcomeDialog failed() {
        setHeaderTitle(Text.of("outcome.failed", stop.number()));
        values.put("outcome", "failed");
        RadioButtonGroup<TaskForm.Option> reason = new RadioButtonGroup<>(Text.of("outcome.reason"));
        reason.setItems(reasons());
        reason.setItemLabelGenerator(TaskForm.Option::label);
        confirm.setText(Text.of("outcome.failed.confirm"));
        confirm.setEnabled(false);
        reason.addValueChangeListener(change -> {
            values.put("failureReason", change.getValue().value());
            confirm.setEnabled(true);
        });
        confirm.addClickListener(click -> complete("outcome.failed.done"));
        add(reason, note);
        return this;
    }

    /** As the task's own form asks for it. */
    private String label(String key) {
        return tasks.form(task.key()).fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(TaskForm.Field::label)
                .orElse("");
    }

    /** The reasons that the task's own form offers. */
    private List<TaskForm.Option> reasons() {
        return tasks.form(task.key()).fields().stream()
                .filter(field -> field.key().equals("failureReason"))
                .findFirst()
                .map(TaskForm.Field::options)
                .orElse(List.of());
    }

    private void complete(String done) {
        values.put("note", note.getValue());
        tasks.complete(task.key(), values, driver);
        close();
        Toast.done(Text.of(done, stop.number()));
    }
}
