package app.orchard.console.models;

import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.models.ModelDesk;
import app.orchard.models.ModelReport;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** A changed file: what the checks say about it, and the button by which a person deploys it, with a comment. */
class DeployPanel extends Section {

    private static final int LONGEST_COMMENT = 500;

    private final ModelDesk desk;
    private final Staff founder;
    private final Consumer<String> deployed;
    private final H2 title = new H2();
    private final Paragraph verdict = new Paragraph();
    private final CheckList checks = new CheckList();
    private final TextField comment = new TextField(Text.of("deploy.comment"));
    private final Button deploy = new Button(Text.of("deploy.do"), click -> deploy());
    private String resource = "";
    private String content = "";
    private long basedOn;

    /** @param deployed is told the content that was */
    DeployPanel(ModelDesk desk, Staff founder, Consumer<String> deployed) {
        this.desk = desk;
        this.founder = founder;
        this.deployed = deployed;
        addClassNames("block", "deploy-panel");
        setVisible(false);
        comment.setMaxLength(LONGEST_COMMENT);
        comment.setRequiredIndicatorVisible(true);
        comment.setPlaceholder(Text.of("deploy.comment.example"));
        comment.addValueChangeListener(change -> comment.setInvalid(false));
        comment.setManualValidation(true);
        deploy.addThemeVariants(ButtonVariant.PRIMARY);
        deploy.addClassName("deploy");
        Div row = new Div(comment, deploy);
        row.addClassName("deploy-row");
        add(title, verdict, checks, row);
    }

    /** @param version the key of the version that was changed, 0 when nobody knows */
    void look(String name, String changed, long version) {
        resource = name;
        content = changed;
        basedOn = version;
        ModelReport report = desk.check(name, changed, founder);
        title.setText(Text.of("deploy.title", name));
        verdict.setText(Text.of(
                !report.mayBeDeployed()
                        ? "deploy.verdict.no"
                        : report.isNew() ? "deploy.verdict.new" : "deploy.verdict.yes"));
        checks.show(report.results());
        deploy.setEnabled(report.mayBeDeployed());
        setVisible(true);
    }

    private void deploy() {
        if (comment.getValue().isBlank()) {
            comment.setErrorMessage(Text.of("deploy.comment.missing"));
            comment.setInvalid(true);
            comment.focus();
            return;
        }
        try {
            desk.deploy(resource, content, basedOn, comment.getValue(), founder);
        } catch (Refusal refusal) {
            comment.setErrorMessage(refusal.sentence());
            comment.setInvalid(true);
            return;
        }
        Toast.done(Text.of("deploy.done", resource));
        comment.clear();
        setVisible(false);
        deployed.accept(content);
    }
}
