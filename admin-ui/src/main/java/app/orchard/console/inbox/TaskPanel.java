package app.orchard.console.inbox;

import app.orchard.console.Facts;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.order.OrderView;
import app.orchard.processes.Elements;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task to be done: what it is about, its form, and the buttons that move it on. */
public class TaskPanel extends Div {

    /** Told when somebody did something with the task here. */
    public interface Listener {

        void completed(Task task);

        /** Claimed, given back, handed over or put off: read it again. */
        void changed(Task task);
    }

    private final Entry entry;
    private final Tasks tasks;
    private final Staff staff;
    private final Times times;
    private final Listener listener;
    private final FormFields fields;

    TaskPanel(Entry entry, Tasks tasks, Staff staff, Times times, Conversation conversation, Listener listener) {
        this.entry = entry;
        this.tasks = tasks;
        this.staff = staff;
        this.times = times;
        this.listener = listener;
        this.fields = new FormFields(entry.form());
        addClassName("task-panel");
        add(head());
        OrderView order = entry.order();
        if (order != null) {
            add(facts(order), new OrderLines(order.lines()));
        }
        if (!entry.about().isEmpty()) {
            Paragraph about = new Paragraph(entry.about());
            about.addClassName("about");
            add(about);
        }
        String subject = entry.task().subject();
        if (subject != null && entry.task().element().equals(Elements.APPROVE_RUN)) {
            add(new Anchor(Pages.RUNS + "/" + subject, Text.of("run.open")));
        }
        add(fields, buttons(), new H3(Text.of("comment.title")), conversation);
    }

    Task task() {
        return entry.task();
    }

    private Div head() {
        Task task = entry.task();
        Span due = new Span(times.due(task.dueAt()));
        due.addClassName("due");
        due.setClassName("overdue", times.isOverdue(task.dueAt()));
        Div head = new Div(new H2(task.name()), due);
        head.addClassName("panel-head");
        return head;
    }

    private Facts facts(OrderView order) {
        Span number = new Span(order.number());
        number.addClassName("number");
        Anchor link = new Anchor(Pages.order(order.id()), number);
        Div headline = new Div(link, Tag.of(order.status()));
        headline.addClassName("inline");
        return new Facts()
                .with(Text.of("fact.order"), headline)
                .with(Text.of("fact.slot"), times.slot(order.slotStartsAt(), order.slotEndsAt()))
                .with(Text.of("fact.address"), order.addressLine())
                .with(Text.of("fact.note"), order.note())
                .with(Text.of("fact.amount"), amount(order));
    }

    private String amount(OrderView order) {
        String total = order.totals().total().format();
        return entry.payment() == null
                ? total
                : total + " · " + Text.of("payment", entry.payment().state());
    }

    private Div buttons() {
        Button done = new Button(Text.special("task.done", entry.task().element()));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClassName("complete");
        done.addClickListener(click -> complete());
        Div buttons = new Div(done);
        buttons.addClassName("buttons");
        claimOrRelease(entry.task().claimedBy()).ifPresent(buttons::add);
        List<Staff> colleagues = tasks.colleagues(task().key(), staff);
        if (!colleagues.isEmpty()) {
            Button give = new Button(
                    Text.of("task.handOver"),
                    click -> new HandOverDialog(task().name(), colleagues, this::handOver).open());
            give.addThemeVariants(ButtonVariant.TERTIARY);
            give.addClassName("give");
            buttons.add(give);
        }
        Instant snoozed = task().snoozedUntil();
        if (snoozed != null) {
            button(Text.of("task.wake", times.at(snoozed)), this::wake).ifPresent(buttons::add);
        } else if (!times.isOverdue(task().dueAt())) {
            Button later = new Button(
                    Text.of("task.snooze"), click -> new SnoozeDialog(task().name(), times, this::snooze).open());
            later.addThemeVariants(ButtonVariant.TERTIARY);
            later.addClassName("snooze-task");
            buttons.add(later);
        }
        return buttons;
    }

    private void snooze(Instant until) {
        Task later = tasks.snooze(task().key(), until, staff);
        Instant back = later.snoozedUntil() == null ? until : later.snoozedUntil();
        Toast.undoable(Text.of("task.snoozed", task().name(), times.at(back)), this::wake);
        listener.changed(later);
    }

    private void wake() {
        listener.changed(tasks.wake(task().key(), staff));
    }

    private void handOver(Staff colleague) {
        Task theirs = tasks.handOver(task().key(), colleague.login(), staff);
        Toast.undoable(Text.of("task.handedOver", task().name(), colleague.name()), this::takeBack);
        listener.changed(theirs);
    }

    private void takeBack() {
        listener.changed(tasks.takeBack(task().key(), staff));
    }

    /** Nothing when a colleague has it and this person may not take it from them. */
    private Optional<Button> claimOrRelease(@Nullable String owner) {
        if (owner == null) {
            return button(Text.of("task.claim"), () -> listener.changed(tasks.claim(task().key(), staff)));
        }
        if (staff.login().equals(task().handedBy())) {
            return button(Text.of("task.takeBack", owner), this::takeBack);
        }
        if (owner.equals(staff.login())) {
            return button(Text.of("task.release"), this::release);
        }
        return staff.is(Role.FOUNDER) ? button(Text.of("task.takeBack", owner), this::release) : Optional.empty();
    }

    private void release() {
        listener.changed(tasks.release(task().key(), staff));
    }

    private static Optional<Button> button(String text, Runnable act) {
        Button button = new OnceButton(text, act);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return Optional.of(button);
    }

    private void complete() {
        try {
            tasks.complete(task().key(), fields.values(), staff);
        } catch (Refusal refusal) {
            fields.complain(refusal.details().getOrDefault("fields", Map.of()));
            throw refusal;
        }
        OrderView order = entry.order();
        Toast.done(Text.of("task.completed", task().name(), order == null ? "" : order.number()));
        listener.completed(task());
    }
}
