package app.orchard.console.inbox;

import app.orchard.console.OnceButton;
import app.orchard.console.Text;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks which colleague takes a task over: one tap. */
class HandOverDialog extends Dialog {

    HandOverDialog(String task, List<Staff> colleagues, Consumer<Staff> then) {
        setHeaderTitle(Text.of("task.handOver.whom", task));
        addClassName("hand-over");
        Div choices = new Div();
        choices.addClassName("colleagues");
        colleagues.forEach(each -> choices.add(choice(each, then)));
        add(choices);
        Button leave = new Button(Text.of("task.handOver.leave"), click -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(leave);
    }

    private Button choice(Staff colleague, Consumer<Staff> then) {
        Button choice = new OnceButton(colleague.name() + " · " + roles(colleague), () -> {
            then.accept(colleague);
            close();
        });
        choice.addClassName("colleague");
        return choice;
    }

    private static String roles(Staff colleague) {
        return colleague.roles().stream()
                .sorted()
                .map(role -> Text.of("role", role))
                .collect(Collectors.joining(", "));
    }
}
