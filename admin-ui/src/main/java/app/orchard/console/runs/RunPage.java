package app.orchard.console.runs;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.delivery.Dispatch;
import app.orchard.delivery.RunFigures;
import app.orchard.delivery.RunState;
import app.orchard.delivery.RunView;
import app.orchard.delivery.Runs;
import app.orchard.delivery.TourView;
import app.orchard.routing.RoadMap;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan of a run: its tours with their stops, what they come to, and what the founder says to it. */
@Route(Pages.RUNS)
@RolesAllowed(Allowed.FOUNDER)
class RunPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    /** What the founder can say to a run. */
    private record Choice(
            UUID run, RunState state, @Nullable Task approval) {}

    private final Live live;
    private final RunReading reading;
    private final Runs runs;
    private final Dispatch dispatch;
    private final Tasks tasks;
    private final Times times;
    private final Staff founder;
    private final Div head = new Div();
    private final Div decision = new Div();
    private final Paragraph figures = new Paragraph();
    private final Paragraph straight = new Paragraph(Text.of("run.straight"));
    private final UnorderedList unplaced = new UnorderedList();
    private final Div tours = new Div();
    private final RouteMap map;
    private List<TourView> shown = List.of();
    private @Nullable Choice choice;
    private @Nullable Registration showing;

    RunPage(
            SignedIn signedIn,
            Live live,
            RunReading reading,
            Runs runs,
            Dispatch dispatch,
            Tasks tasks,
            RoadMap roads,
            Times times) {
        this.live = live;
        this.reading = reading;
        this.runs = runs;
        this.dispatch = dispatch;
        this.tasks = tasks;
        this.times = times;
        this.map = new RouteMap(roads);
        this.founder = signedIn.staff();
        addClassNames("page", "run-page");
        head.addClassName("order-head");
        decision.addClassName("buttons");
        figures.addClassName("run-figures");
        straight.addClassName("note");
        unplaced.addClassName("unplaced");
        tours.addClassName("tours");
        Anchor back = new Anchor(Pages.RUNS, Text.of("run.back"));
        back.addClassName("back");
        add(back, head, figures, straight, decision, unplaced, map, tours);
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        if (showing != null) {
            showing.remove();
        }
        showing = live.show(this, reading.one(UUID.fromString(id), founder), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.runs");
    }

    private void show(RunFacts facts) {
        RunView view = facts.view();
        showHead(view);
        boolean isPlanned = !view.tours().isEmpty();
        figures.setVisible(isPlanned);
        figures.setText(Text.of("run.figures", inWords(view.planned()), inWords(view.inOrderOfBooking())));
        straight.setVisible(isPlanned && view.straightLines());
        showDecision(view, facts.approval());
        unplaced.removeAll();
        view.unplaced().forEach(order -> unplaced.add(new ListItem(order.number() + ": " + order.sentence())));
        map.show(facts);
        showTours(facts);
    }

    /** Only those that changed: an open list of drivers would be lost. */
    private void showTours(RunFacts facts) {
        List<TourView> now = facts.view().tours();
        if (!ids(now).equals(ids(shown))) {
            tours.removeAll();
            now.forEach(tour -> tours.add(section(tour, facts)));
        } else {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(shown.get(i))) {
                    tours.replace(tours.getComponentAt(i), section(now.get(i), facts));
                }
            }
        }
        shown = now;
    }

    private TourSection section(TourView tour, RunFacts facts) {
        return new TourSection(tour, facts, runs, dispatch, founder, times);
    }

    private static List<UUID> ids(List<TourView> tours) {
        return tours.stream().map(TourView::id).toList();
    }

    private void showHead(RunView view) {
        head.removeAll();
        Div name = new Div(
                new H1(view.run().zoneName() + " · "
                        + times.slot(view.run().slotStartsAt(), view.run().slotEndsAt())),
                RunTags.of(view.run().state()));
        name.addClassName("inline");
        if (view.run().round() > 1) {
            name.add(new Tag(Text.of("run.round", view.run().round()), Tag.Tone.CALM));
        }
        String late = view.run().late();
        if (late != null) {
            name.add(RunTags.late(late));
        }
        head.add(name);
    }

    /** Only when it is another one: a button that is about to be pressed would be lost. */
    private void showDecision(RunView view, @Nullable Task approval) {
        Choice now = new Choice(view.run().id(), view.run().state(), approval);
        if (now.equals(choice)) {
            return;
        }
        choice = now;
        decision.removeAll();
        if (view.run().state() == RunState.COLLECTING) {
            Button plan = new OnceButton(
                    Text.of("run.plan"), () -> runs.close(view.run().id(), founder));
            plan.addThemeVariants(ButtonVariant.PRIMARY);
            plan.addClassName("plan-now");
            decision.add(
                    plan,
                    new Paragraph(Text.of("run.plansAt", times.at(view.run().plansAt()))));
        }
        if (approval != null && view.run().state() == RunState.PLANNED) {
            Button approve = new OnceButton(Text.of("run.approve"), () -> decide(approval, "approve"));
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            approve.addClassName("approve-run");
            Button again = new OnceButton(Text.of("run.again"), () -> decide(approval, "again"));
            again.addClassName("plan-again");
            decision.add(approve, again);
        }
    }

    private void decide(Task approval, String wish) {
        tasks.complete(approval.key(), Map.of("decision", wish), founder);
        Toast.done(Text.of("run." + wish + ".done"));
    }

    private String inWords(RunFigures come) {
        String way = String.format(Locale.ENGLISH, "%.1f km, ", come.metres() / 1000.0)
                + times.span(Duration.ofSeconds(come.seconds())) + ", "
                + come.cost().format();
        return come.lateSeconds() == 0
                ? way
                : way + ", " + Text.of("run.lateBy", times.span(Duration.ofSeconds(come.lateSeconds())));
    }
}
