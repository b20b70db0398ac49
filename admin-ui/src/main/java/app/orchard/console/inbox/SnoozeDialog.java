package app.orchard.console.inbox;

import app.orchard.console.OnceButton;
import app.orchard.console.Text;
import app.orchard.console.Times;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks until when a task is put off: one tap for the usual times. */
class SnoozeDialog extends Dialog {

    private static final int MORNING = 8;

    private final Times times;
    private final Consumer<Instant> then;

    SnoozeDialog(String task, Times times, Consumer<Instant> then) {
        this.times = times;
        this.then = then;
        setHeaderTitle(Text.of("task.snooze.until", task));
        addClassNames("ask", "snooze");
        LocalDateTime now = times.now();
        LocalDateTime morning = now.truncatedTo(ChronoUnit.DAYS).plusHours(MORNING);
        Div choices = new Div(
                choice("hour", now.plusHours(1)),
                choice("hours", now.plusHours(3)),
                choice("tomorrow", morning.plusDays(1)),
                choice("monday", morning.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
        choices.addClassName("colleagues");
        DateTimePicker other = new DateTimePicker(Text.of("task.snooze.other"));
        other.setLocale(Locale.UK);
        other.setWidthFull();
        Button until = new OnceButton(Text.of("task.snooze"), () -> {
            if (other.getValue() == null) {
                other.setErrorMessage(Text.of("task.snooze.missing"));
                other.setInvalid(true);
            } else {
                choose(other.getValue());
            }
        });
        until.addClassName("confirm");
        until.addThemeVariants(ButtonVariant.PRIMARY);
        Button leave = new Button(Text.of("task.handOver.leave"), click -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Paragraph(Text.of("task.snooze.hint")), choices, other);
        getFooter().add(leave, until);
    }

    private Button choice(String name, LocalDateTime until) {
        Button choice = new OnceButton(
                Text.of("task.snooze." + name) + " · " + times.at(times.instant(until)), () -> choose(until));
        choice.addClassName("snooze-" + name);
        return choice;
    }

    private void choose(LocalDateTime until) {
        then.accept(times.instant(until));
        close();
    }
}
