package app.orchard.console.models;

import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.models.ModelDesk;
import app.orchard.models.ModelVersion;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Function;

/** Every version of a model: since when, by whom, why; and the way back to it. */
class VersionList extends Section {

    private final UnorderedList list = new UnorderedList();
    private final ModelDesk desk;
    private final Staff founder;
    private final Times times;
    private final Function<ModelVersion, String> address;
    private List<ModelVersion> shown = List.of();

    /** @param address where a version is shown; empty when it is shown nowhere */
    VersionList(ModelDesk desk, Staff founder, Times times, Function<ModelVersion, String> address) {
        this.desk = desk;
        this.founder = founder;
        this.times = times;
        this.address = address;
        addClassNames("block", "versions");
        add(new H2(Text.of("versions.title")), list);
    }

    void show(List<ModelVersion> versions) {
        if (!versions.equals(shown)) {
            shown = versions;
            list.removeAll();
            versions.forEach(version -> list.add(item(version, version.equals(versions.getFirst()))));
        }
    }

    private ListItem item(ModelVersion version, boolean isNewest) {
        String name = Text.of("version.name", version.version());
        String href = address.apply(version);
        Div head = new Div(href.isEmpty() ? new Span(name) : new Anchor(href, name));
        head.addClassName("inline");
        if (isNewest) {
            head.add(new Tag(Text.of("version.newest"), Tag.Tone.GOOD));
        }
        if (version.running() > 0) {
            head.add(new Tag(Text.of("version.running", version.running()), Tag.Tone.BUSY));
        }
        String who = version.deployedBy() == null ? Text.of("version.shipped") : version.deployedBy();
        Span when = new Span(times.at(version.deployedAt()) + " · " + who);
        when.addClassName("when");
        ListItem item = new ListItem(head, when);
        item.getElement().setAttribute("data-version", String.valueOf(version.version()));
        if (!version.comment().isEmpty()) {
            item.add(new Paragraph(version.comment()));
        }
        if (!isNewest) {
            Button back = new Button(Text.of("version.back"), click -> ask(version));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            back.addClassName("roll-back");
            back.setAriaLabel(Text.of("version.back.label", version.version()));
            item.add(back);
        }
        return item;
    }

    private void ask(ModelVersion version) {
        Dialog dialog = new Dialog(Text.of("version.back.label", version.version()));
        dialog.addClassName("ask");
        TextField comment = new TextField(Text.of("version.back.why"));
        comment.setManualValidation(true);
        comment.setWidthFull();
        comment.addValueChangeListener(change -> comment.setInvalid(false));
        Button back = new Button(Text.of("version.back"), click -> {
            try {
                desk.rollBack(version.key(), comment.getValue(), founder);
                dialog.close();
                Toast.done(Text.of("version.back.done", version.version()));
            } catch (Refusal refusal) {
                comment.setErrorMessage(refusal.sentence());
                comment.setInvalid(true);
            }
        });
        back.addThemeVariants(ButtonVariant.PRIMARY);
        back.addClassName("confirm");
        dialog.add(new Paragraph(Text.of("version.back.consequence")), comment);
        dialog.getFooter().add(new Button(Text.of("stock.cancel"), click -> dialog.close()), back);
        dialog.open();
    }
}
