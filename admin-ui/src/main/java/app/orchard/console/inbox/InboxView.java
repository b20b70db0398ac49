package app.orchard.console.inbox;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.order.OrderView;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What needs me now. The list stays; the task that is open is beside it, or over it on a telephone. */
@Route(Pages.INBOX)
@Menu(title = "nav.inbox", order = 1, icon = "vaadin:inbox")
@RolesAllowed({Allowed.FOUNDER, Allowed.PACKER, Allowed.DRIVER, Allowed.STALL})
class InboxView extends Div implements HasUrlParameter<Long>, HasDynamicTitle, TaskPanel.Listener {

    private final Tasks tasks;
    private final TaskPanels panels;
    private final Times times;
    private final Staff staff;
    private final TaskRows rows = new TaskRows(this::row);
    private final DoneList done = new DoneList();
    private final BulkBar bulk;
    private final Anchor snoozed = new Anchor(Pages.INBOX + "?due=snoozed", "");
    private final Notice empty = new Notice("basket", Text.of("inbox.empty"), Text.of("inbox.empty.hint"));
    private final Section detail = new Section();
    private final Span partName = new Span();
    private final Div partOnly = new Div(partName, new Anchor(Pages.INBOX, Text.of("inbox.part.all")));
    private @Nullable TaskPanel panel;
    private InboxPart part = InboxPart.ALL;
    private List<Entry> all = List.of();

    InboxView(SignedIn signedIn, Live live, Entries entries, Tasks tasks, TaskPanels panels, Times times) {
        this.tasks = tasks;
        this.panels = panels;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "split");
        setClassName("packing", packs());
        partOnly.addClassNames("inline", "part");
        bulk = new BulkBar(tasks, staff, times, () -> {
            rows.forget();
            show(all);
        });
        Div ways = new Div(snoozed, new Anchor(Pages.INBOX + "?due=done", Text.of("inbox.done")));
        ways.addClassNames("inline", "part");
        Paragraph keys = new Paragraph(Text.of("inbox.keys"));
        keys.addClassName("keys");
        Section list = new Section(new H1(getPageTitle()), ways, partOnly, bulk, rows, done, empty, keys);
        list.addClassName("list");
        detail.addClassName("detail");
        add(list, detail);
        live.show(this, entries.inbox(staff), this::show);
        live.show(done, entries.done(staff), latest -> done.show(latest, times));
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Long key) {
        part = InboxPart.of(event.getLocation().getQueryParameters().getSingleParameter("due"));
        partOnly.setVisible(part != InboxPart.ALL);
        done.setVisible(part == InboxPart.DONE);
        partName.setText(Text.of("inbox.part", part));
        show(all);
        if (key == null) {
            close();
        } else {
            open(key);
        }
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.inbox");
    }

    @Override
    public void completed(Task task) {
        UI.getCurrent().navigate(Pages.INBOX);
    }

    @Override
    public void changed(Task task) {
        // What is undone may not be what is looked at by now
        if (panel != null && panel.task().key() == task.key()) {
            open(task.key());
        }
    }

    private TaskRow row(Entry entry) {
        TaskRow row = new TaskRow(entry, times);
        if (bulk.takes(entry)) {
            row.withBox(bulk.chosen(), bulk::tell);
        }
        return packs() ? row.withOneTap(this::complete) : row;
    }

    private boolean packs() {
        return staff.is(Role.PACKER) && !staff.is(Role.FOUNDER);
    }

    private void complete(Entry entry, Map<String, Object> values) {
        tasks.complete(entry.task().key(), values, staff);
        OrderView order = entry.order();
        Toast.done(Text.of("task.completed", entry.task().name(), order == null ? "" : order.number()));
    }

    private void show(List<Entry> latest) {
        all = latest;
        List<Entry> entries =
                latest.stream().filter(entry -> part.has(entry.task(), times)).toList();
        bulk.show(entries);
        rows.show(entries);
        empty.setVisible(entries.isEmpty() && part != InboxPart.DONE);
        long away = latest.stream()
                .filter(entry -> entry.task().snoozedUntil() != null)
                .count();
        snoozed.setText(Text.of("inbox.snoozed", away));
        snoozed.setVisible(away > 0);
        TaskPanel opened = panel;
        if (opened != null
                && latest.stream()
                        .noneMatch(entry -> entry.task().key() == opened.task().key())) {
            open(opened.task().key());
        }
    }

    private void open(long key) {
        detail.removeAll();
        panel = null;
        Anchor back = new Anchor(Pages.INBOX, Text.of("inbox.back"));
        back.addClassName("back");
        detail.add(back);
        try {
            panel = panels.open(key, staff, this);
            detail.add(panel);
        } catch (Refusal gone) {
            detail.add(new Notice("basket", Text.of("inbox.gone"), gone.sentence()));
        }
        rows.markOpen(key);
        getElement().setAttribute("data-open", true);
    }

    private void close() {
        panel = null;
        detail.removeAll();
        detail.add(new Notice("hand", Text.of("inbox.choose"), Text.of("inbox.choose.hint")));
        rows.markOpen(0);
        getElement().setAttribute("data-open", false);
    }
}
