package app.orchard.console.models;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.models.ModelDesk;
import app.orchard.models.ModelKind;
import app.orchard.models.ModelRow;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every model that the engine has, and the place where a changed file is brought. */
@Route(Pages.MODELS)
@Menu(title = "nav.models", order = 8.5, icon = "vaadin:sitemap")
@RolesAllowed(Allowed.FOUNDER)
class ModelsView extends Div implements HasDynamicTitle {

    private static final int BYTES_OF_A_LETTER = 3;

    private final Times times;
    private final UnorderedList list = new UnorderedList();
    private final Notice empty = new Notice("basket", Text.of("models.empty"), Text.of("models.empty.hint"));
    private final DeployPanel panel;
    private final Upload upload;
    private List<ModelRow> shown = List.of();

    ModelsView(SignedIn signedIn, Live live, ModelReading reading, ModelDesk desk, Times times) {
        this.times = times;
        Staff founder = signedIn.staff();
        addClassNames("page", "models");
        list.addClassName("model-rows");
        panel = new DeployPanel(desk, founder, content -> {});
        upload = new Upload(UploadHandler.inMemory((file, bytes) -> look(file.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ModelDesk.MOST_LETTERS * BYTES_OF_A_LETTER);
        upload.setUploadButton(new Button(Text.of("models.upload")));
        upload.setDropLabel(new Span(Text.of("models.drop")));
        upload.addFileRejectedListener(rejected -> Toast.problem(Text.of("models.rejected")));
        add(new H1(getPageTitle()), new Paragraph(Text.of("models.hint")), upload, panel, list, empty);
        live.show(this, reading.models(founder), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.models");
    }

    private void look(String name, byte[] bytes) {
        upload.clearFileList();
        try {
            panel.look(name, new String(bytes, StandardCharsets.UTF_8), 0);
        } catch (Refusal refusal) {
            Toast.problem(refusal.sentence());
        }
    }

    private void show(List<ModelRow> models) {
        empty.setVisible(models.isEmpty());
        if (models.equals(shown)) {
            return;
        }
        shown = models;
        list.removeAll();
        for (ModelKind kind : ModelKind.values()) {
            UnorderedList rows = new UnorderedList();
            models.stream().filter(model -> model.kind() == kind).forEach(model -> rows.add(row(model)));
            if (rows.getComponentCount() > 0) {
                list.add(new ListItem(new Section(new H2(Text.of("models.kind", kind)), rows)));
            }
        }
    }

    private ListItem row(ModelRow model) {
        Anchor name = new Anchor(Pages.model(model.kind(), model.id()), model.id());
        name.addClassName("row-title");
        Span version = new Span(Text.of("models.version", model.version(), times.at(model.deployedAt())));
        version.addClassName("when");
        ListItem row = new ListItem(name, version);
        row.addClassName("model-row");
        row.getElement().setAttribute("data-model", model.resource());
        if (model.running() > 0) {
            row.add(new Tag(Text.of("models.running", model.running()), Tag.Tone.BUSY));
        }
        if (model.incidents() > 0) {
            row.add(new Tag(Text.of("models.stuck", model.incidents()), Tag.Tone.BAD));
        }
        return row;
    }
}
