package app.orchard.console.changes;

import app.orchard.audit.Audit;
import app.orchard.audit.AuditEntry;
import app.orchard.console.Allowed;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What staff changed, the newest first: who, when, what, from what to what. Whose changes stands in the address. */
@Route(Pages.CHANGES)
@Menu(title = "nav.changes", order = 9, icon = "vaadin:time-backward")
@RolesAllowed(Allowed.FOUNDER)
class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int AT_ONCE = 50;
    private static final String WHO = "who";
    private static final String WHAT = "what";

    private final Audit audit;
    private final Times times;
    private final Staff founder;
    private final TextField who = filter(WHO);
    private final TextField what = filter(WHAT);
    private final OrderedList list = new OrderedList();
    private final Notice empty = new Notice("basket", Text.of("changes.empty"), Text.of("changes.empty.hint"));
    private final Button older = new Button(Text.of("changes.older"), click -> more());
    private long before;

    ChangesView(SignedIn signedIn, Audit audit, Times times) {
        this.audit = audit;
        this.times = times;
        this.founder = signedIn.staff();
        addClassNames("page", "changes");
        list.addClassName("change-list");
        Div filters = new Div(who, what);
        filters.addClassName("filters");
        add(new H1(getPageTitle()), new Paragraph(Text.of("changes.hint")), filters, list, empty, older);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.changes");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        who.setValue(asked.getSingleParameter(WHO).orElse(""));
        what.setValue(asked.getSingleParameter(WHAT).orElse(""));
        list.removeAll();
        before = Long.MAX_VALUE;
        more();
    }

    private void more() {
        List<AuditEntry> next = audit.page(given(who), given(what), before, AT_ONCE, founder);
        next.forEach(entry -> list.add(new ChangeItem(entry, times)));
        before = next.isEmpty() ? before : next.getLast().id();
        older.setVisible(next.size() == AT_ONCE);
        empty.setVisible(list.getComponentCount() == 0);
    }

    private TextField filter(String name) {
        TextField field = new TextField(Text.of("changes." + name));
        field.setPlaceholder(Text.of("changes." + name + ".example"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go();
            }
        });
        return field;
    }

    private void go() {
        Map<String, String> asked = new HashMap<>();
        putGiven(asked, WHO, given(who));
        putGiven(asked, WHAT, given(what));
        getUI().ifPresent(ui -> ui.navigate(Pages.CHANGES, QueryParameters.simple(asked)));
    }

    private static void putGiven(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static @Nullable String given(TextField field) {
        String text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }
}
