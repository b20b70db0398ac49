package app.orchard.console.trouble;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.engine.Engine;
import app.orchard.engine.Incident;
import app.orchard.staff.Staff;
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

/** Steps that did not work after all their tries, and wait for somebody. */
@Route(Pages.INCIDENTS)
@Menu(title = "nav.incidents", order = 5, icon = "vaadin:warning")
@RolesAllowed(Allowed.FOUNDER)
class IncidentsView extends Div implements HasDynamicTitle {

    private final Engine engine;
    private final Times times;
    private final Staff staff;
    private final UnorderedList list = new UnorderedList();
    private final Notice empty = new Notice("basket", Text.of("incidents.empty"), Text.of("incidents.empty.hint"));

    IncidentsView(SignedIn signedIn, Live live, Incidents incidents, Engine engine, Times times) {
        this.engine = engine;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "trouble");
        list.addClassName("troubles");
        add(new H1(getPageTitle()), list, empty);
        live.show(this, incidents.open(), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.incidents");
    }

    private void show(List<Incident> incidents) {
        empty.setVisible(incidents.isEmpty());
        list.removeAll();
        incidents.forEach(incident -> list.add(item(incident)));
    }

    private ListItem item(Incident incident) {
        Span since = new Span(times.at(incident.since()));
        since.addClassName("when");
        Div head = new Div(new Tag(Text.of("incident.stuck", incident.elementName()), Tag.Tone.BAD), since);
        head.addClassName("inline");
        Button retry = new Button(Text.of("incident.retry"), click -> {
            engine.retryIncident(incident.key(), staff);
            Toast.done(Text.of("incident.retried", incident.elementName()));
        });
        retry.addThemeVariants(ButtonVariant.PRIMARY);
        retry.setDisableOnClick(true);
        Div buttons = new Div(retry);
        buttons.addClassName("buttons");
        if (incident.orderId() != null) {
            buttons.add(new Anchor(Pages.order(incident.orderId()), Text.of("incident.order")));
        }
        return new ListItem(head, new Paragraph(incident.sentence()), buttons);
    }
}
