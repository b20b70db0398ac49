package app.orchard.console.inbox;

import app.orchard.console.Choosing;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderView;
import app.orchard.task.Task;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A task in the list: enough to decide whether to open it. */
class TaskRow extends ListItem {

    private final Entry entry;
    private final Times times;
    private final Span due = new Span();

    TaskRow(Entry entry, Times times) {
        this.entry = entry;
        this.times = times;
        addClassName("task-row");
        Anchor open = new Anchor(Pages.task(entry.task().key()), head(), essentials(), foot());
        open.addClassName("row");
        open.setRouterIgnore(false);
        add(open);
    }

    /** Shows all that is in the order, and a button that does the task. */
    TaskRow withOneTap(BiConsumer<Entry, Map<String, Object>> complete) {
        OrderView order = entry.order();
        if (order != null) {
            add(new OrderLines(order.lines()));
        }
        OneTap.submission(entry.form()).ifPresent(values -> {
            Button done = new OnceButton(
                    Text.special("task.done", entry.task().element()), () -> complete.accept(entry, values));
            done.addThemeVariants(ButtonVariant.PRIMARY);
            done.addClassName("one-tap");
            add(done);
        });
        return this;
    }

    /** A box to do it together with others. */
    TaskRow withBox(Set<Long> chosen, Runnable changed) {
        OrderView order = entry.order();
        addComponentAsFirst(new Choosing(
                order == null ? entry.task().name() : order.number(),
                entry.task().key(),
                chosen,
                changed));
        addClassName("with-box");
        return this;
    }

    void markOpen(boolean opened) {
        getElement().setAttribute("data-open", opened);
    }

    /** What was due becomes overdue. */
    final void tick() {
        Instant snoozed = entry.task().snoozedUntil();
        boolean overdue = times.isOverdue(entry.task().dueAt());
        due.setText(snoozed == null ? times.due(entry.task().dueAt()) : Text.of("task.back", times.at(snoozed)));
        due.setClassName("overdue", overdue);
        setClassName("late", overdue);
    }

    private Div head() {
        Span name = new Span(entry.task().name());
        name.addClassName("row-title");
        Span number = new Span(entry.order() == null ? "" : entry.order().number());
        number.addClassName("number");
        return line("row-head", name, number);
    }

    private Div essentials() {
        OrderView order = entry.order();
        if (order == null) {
            return line("row-line", new Span(entry.about()));
        }
        return line(
                "row-line",
                new Span(times.slot(order.slotStartsAt(), order.slotEndsAt())),
                new Span(order.apartment()),
                new Span(Text.of("lines.count", order.lines().size())),
                new Span(order.totals().total().format()));
    }

    private Div foot() {
        Task task = entry.task();
        due.addClassName("due");
        tick();
        String owner = task.claimedBy() == null ? task.assignee() : task.claimedBy();
        Span who = new Span(owner == null ? "" : with(owner, task.handedBy()));
        who.addClassName("who");
        return line("row-foot", due, who);
    }

    private static String with(String owner, @Nullable String handedBy) {
        return handedBy == null ? Text.of("task.with", owner) : Text.of("task.with.handed", owner, handedBy);
    }

    private static Div line(String style, Span... parts) {
        Div line = new Div();
        line.addClassName(style);
        for (Span part : parts) {
            if (!part.getText().isBlank()) {
                line.add(part);
            }
        }
        return line;
    }
}
