package app.orchard.console.runs;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.delivery.RunRow;
import app.orchard.delivery.RunState;
import app.orchard.delivery.Runs;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Which runs there are, and which of them wait for the founder. */
@Route(Pages.RUNS)
@Menu(title = "nav.runs", order = 2.5, icon = "vaadin:road")
@RolesAllowed(Allowed.FOUNDER)
class RunsView extends Div implements HasDynamicTitle {

    private final Runs runs;
    private final Times times;
    private final Staff founder;
    private final UnorderedList rows = new UnorderedList();
    private final Notice empty = new Notice("road", Text.of("runs.empty"), Text.of("runs.empty.hint"));

    RunsView(SignedIn signedIn, Live live, RunReading reading, Runs runs, Times times) {
        this.runs = runs;
        this.times = times;
        this.founder = signedIn.staff();
        addClassNames("page", "runs");
        rows.addClassName("run-rows");
        add(new H1(getPageTitle()), rows, empty);
        live.show(this, reading.all(founder), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.runs");
    }

    private void show(List<RunRow> now) {
        empty.setVisible(now.isEmpty());
        rows.removeAll();
        now.forEach(run -> rows.add(row(run)));
    }

    private ListItem row(RunRow run) {
        Anchor open = new Anchor(
                Pages.run(run.id()), run.zoneName() + " · " + times.slot(run.slotStartsAt(), run.slotEndsAt()));
        open.addClassName("row-title");
        Div head = new Div(open, RunTags.of(run.state()));
        head.addClassName("inline");
        if (run.late() != null) {
            head.add(RunTags.late(run.late()));
        }
        Span facts = new Span(facts(run));
        facts.addClassName("row-line");
        ListItem row = new ListItem(head, facts);
        row.addClassName("block");
        if (run.state() == RunState.COLLECTING) {
            Button plan = new Button(Text.of("run.plan"), click -> {
                runs.close(run.id(), founder);
                Toast.done(Text.of("run.plan.done"));
            });
            plan.addClassName("plan-now");
            row.add(plan);
        }
        return row;
    }

    private String facts(RunRow run) {
        String what = Text.of("run.orders", run.orders(), run.packed(), run.tours());
        return run.state() == RunState.COLLECTING
                ? what + " · " + Text.of("run.plansAt", times.at(run.plansAt()))
                : what;
    }
}
