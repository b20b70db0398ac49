package app.orchard.console.models;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.models.ModelDesk;
import app.orchard.models.ModelKind;
import app.orchard.models.ModelVersion;
import app.orchard.models.ProcessRoom;
import app.orchard.processes.DecisionFile;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as a table. The newest version is changed in place; older ones are only looked at. */
@Route(Pages.MODELS + "/decision")
@RolesAllowed(Allowed.FOUNDER)
class DecisionPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final Live live;
    private final ModelReading reading;
    private final ProcessRoom room;
    private final Staff founder;
    private final H1 title = new H1();
    private final Paragraph description = new Paragraph();
    private final Paragraph policy = new Paragraph();
    private final Section table = new Section();
    private final Button look = new Button(Text.of("decision.look"), click -> look());
    private final Button undo = new Button(Text.of("decision.undo"), click -> read());
    private final Span other = new Span(Text.of("decision.other"));
    private final DeployPanel panel;
    private final VersionList versions;
    /** What was deployed from here and has not come back through the exporter yet. */
    private final List<String> own = new ArrayList<>();

    private @Nullable Registration showing;
    private @Nullable DecisionFile file;
    private @Nullable DecisionCells cells;
    private String id = "";
    private long key;
    private long newest;

    DecisionPage(SignedIn signedIn, Live live, ModelReading reading, ProcessRoom room, ModelDesk desk, Times times) {
        this.live = live;
        this.reading = reading;
        this.room = room;
        this.founder = signedIn.staff();
        addClassNames("page", "model-page");
        versions = new VersionList(
                desk,
                founder,
                times,
                version -> Pages.model(ModelKind.DECISION_REQUIREMENTS, id) + "?version=" + version.key());
        panel = new DeployPanel(desk, founder, this::deployed);
        policy.addClassName("when");
        table.addClassNames("block", "decision");
        other.addClassName("problem");
        look.addClassName("look");
        Div buttons = new Div(look, undo, other);
        buttons.addClassName("buttons");
        Anchor back = new Anchor(Pages.MODELS, Text.of("models.back"));
        back.addClassName("back");
        add(back, title, description, policy, table, buttons, panel, versions);
    }

    @Override
    public void setParameter(BeforeEvent event, String decision) {
        id = decision;
        List<ModelVersion> all = room.versions(resource(), founder);
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("version")
                .orElse("");
        newest = all.getFirst().key();
        key = all.stream()
                .map(ModelVersion::key)
                .filter(each -> String.valueOf(each).equals(wanted))
                .findFirst()
                .orElse(newest);
        read();
        if (showing != null) {
            showing.remove();
        }
        showing = live.show(this, reading.versions(resource(), founder), this::show);
    }

    @Override
    public String getPageTitle() {
        return id;
    }

    private String resource() {
        return id + ".dmn";
    }

    /** What was typed is kept when somebody else deploys meanwhile; the page says so. */
    private void show(List<ModelVersion> all) {
        versions.show(all);
        boolean wasNewest = key == newest;
        newest = all.getFirst().key();
        followOwn();
        if (wasNewest && key != newest && (cells == null || !cells.isChanged())) {
            key = newest;
            read();
        }
        showState();
    }

    private void deployed(String content) {
        // The engine's word comes in a moment; until then the page shows what was deployed
        own.add(content);
        if (cells != null) {
            cells.settle(DecisionFile.read(id, content).rows());
        }
        followOwn();
        showState();
    }

    /** What was deployed from here is the version that is being changed here. */
    private void followOwn() {
        if (key != newest && !own.isEmpty() && own.contains(room.content(newest, founder))) {
            key = newest;
        }
    }

    /** What was looked at is not what is written now. */
    private void edited() {
        panel.setVisible(false);
        showState();
    }

    private void read() {
        DecisionFile read = DecisionFile.read(id, room.content(key, founder));
        file = read;
        title.setText(read.name());
        description.setText(read.description());
        policy.setText(Text.of(read.takesFirst() ? "decision.first" : "decision.unique"));
        own.clear();
        cells = new DecisionCells(read, key == newest, this::edited);
        table.removeAll();
        table.add(cells);
        panel.setVisible(false);
        showState();
    }

    private void look() {
        if (file != null && cells != null) {
            panel.look(resource(), file.with(cells.rows()), key);
        }
    }

    private void showState() {
        boolean isChanged = cells != null && cells.isChanged();
        look.setEnabled(isChanged);
        undo.setVisible(isChanged);
        look.setVisible(key == newest || isChanged);
        other.setVisible(key != newest);
        if (!isChanged) {
            panel.setVisible(false);
        }
    }
}
