package app.orchard.console.models;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.models.ModelDesk;
import app.orchard.models.ProcessRoom;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The versions of a form. It is changed in Camunda Modeler. */
@Route(Pages.MODELS + "/form")
@RolesAllowed(Allowed.FOUNDER)
class FormPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final Live live;
    private final ModelReading reading;
    private final ProcessRoom room;
    private final Staff founder;
    private final H1 title = new H1();
    private final VersionList versions;
    private @Nullable Registration showing;

    FormPage(SignedIn signedIn, Live live, ModelReading reading, ProcessRoom room, ModelDesk desk, Times times) {
        this.live = live;
        this.reading = reading;
        this.room = room;
        this.founder = signedIn.staff();
        addClassNames("page", "model-page");
        versions = new VersionList(desk, founder, times, version -> "");
        Anchor back = new Anchor(Pages.MODELS, Text.of("models.back"));
        back.addClassName("back");
        add(back, title, new Paragraph(Text.of("form.hint")), versions);
    }

    @Override
    public void setParameter(BeforeEvent event, String form) {
        title.setText(form);
        room.versions(form + ".form", founder);
        if (showing != null) {
            showing.remove();
        }
        showing = live.show(this, reading.versions(form + ".form", founder), versions::show);
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
