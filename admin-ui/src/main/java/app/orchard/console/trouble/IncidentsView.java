package app.orchard.console.trouble;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.engine.DecisionFault;
import app.orchard.engine.Engine;
import app.orchard.engine.Incident;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import app.orchard.watch.Standstill;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps that did not work after all their tries, and what stands still though none failed: both wait for somebody. */
@Route(Pages.INCIDENTS)
@Menu(title = "nav.incidents", order = 5, icon = "vaadin:warning")
@RolesAllowed(Allowed.FOUNDER)
class IncidentsView extends Div implements HasDynamicTitle {

    private final Engine engine;
    private final Times times;
    private final Staff staff;
    private final Orders orders;
    private final UnorderedList faults = new UnorderedList();
    private final UnorderedList list = new UnorderedList();
    private final UnorderedList still = new UnorderedList();
    private final Notice empty = new Notice("basket", Text.of("incidents.empty"), Text.of("incidents.empty.hint"));

    IncidentsView(SignedIn signedIn, Live live, Incidents incidents, Engine engine, Orders orders, Times times) {
        this.engine = engine;
        this.orders = orders;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "trouble");
        faults.addClassName("troubles");
        list.addClassName("troubles");
        still.addClassNames("troubles", "standstills");
        add(new H1(getPageTitle()), faults, list, still, empty);
        live.show(this, incidents.faults(), this::showFaults);
        live.show(this, incidents.open(), this::show);
        live.show(this, incidents.standstills(staff), this::showStill);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.incidents");
    }

    private void showFaults(List<DecisionFault> failing) {
        faults.removeAll();
        failing.forEach(fault -> faults.add(item(fault)));
        showWhetherEmpty();
    }

    private void show(List<Incident> incidents) {
        Map<OrderId, OrderView> known = orders.all(
                incidents.stream()
                        .map(Incident::orderId)
                        .filter(Objects::nonNull)
                        .toList(),
                staff);
        list.removeAll();
        incidents.forEach(incident -> list.add(item(incident, known.get(incident.orderId()))));
        showWhetherEmpty();
    }

    private void showWhetherEmpty() {
        empty.setVisible(faults.getChildren().findAny().isEmpty()
                && list.getChildren().findAny().isEmpty()
                && still.getChildren().findAny().isEmpty());
    }

    private ListItem item(DecisionFault fault) {
        Span since = new Span(times.at(fault.since()));
        since.addClassName("when");
        Div head = new Div(new Tag(Text.of("fault.table", fault.decision(), fault.version()), Tag.Tone.BAD), since);
        head.addClassName("inline");
        return new ListItem(head, new Paragraph(fault.sentence()), new Paragraph(Text.of("fault.hint")));
    }

    private void showStill(List<Standstill> standstills) {
        still.removeAll();
        standstills.forEach(standstill -> still.add(item(standstill)));
        showWhetherEmpty();
    }

    private ListItem item(Standstill standstill) {
        Span since = new Span(Text.of("standstill.since", times.at(standstill.since())));
        since.addClassName("when");
        Div head = new Div(new Tag(Text.of("standstill", standstill.kind()), Tag.Tone.WARNING), since);
        head.addClassName("inline");
        ListItem item = new ListItem(head, new Paragraph(standstill.sentence()), new Paragraph(standstill.advice()));
        if (standstill.order() != null) {
            Div buttons = new Div(new Anchor(Pages.order(standstill.order()), Text.of("incident.order")));
            buttons.addClassName("buttons");
            item.add(buttons);
        }
        return item;
    }

    private ListItem item(Incident incident, @Nullable OrderView order) {
        Span since = new Span(times.at(incident.since()));
        since.addClassName("when");
        Div head = new Div(new Tag(Text.of("incident.stuck", incident.elementName()), Tag.Tone.BAD), since);
        head.addClassName("inline");
        Button retry = new OnceButton(Text.of("incident.retry"), () -> {
            engine.retryIncident(incident.key(), staff);
            Toast.done(Text.of("incident.retried", incident.elementName()));
        });
        retry.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(retry);
        buttons.addClassName("buttons");
        if (order != null) {
            head.addComponentAsFirst(new Span(Text.of("incident.of", order.number())));
            buttons.add(new Anchor(Pages.order(order.id()), Text.of("incident.order")));
        }
        return new ListItem(head, new Paragraph(incident.sentence()), new Paragraph(Text.of("incident.next")), buttons);
    }
}
