package app.orchard.console.models;

import app.orchard.console.Allowed;
import app.orchard.console.BpmnDiagram;
import app.orchard.console.Live;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.models.ModelActivity;
import app.orchard.models.ModelDesk;
import app.orchard.models.ModelKind;
import app.orchard.models.ModelVersion;
import app.orchard.models.ProcessRoom;
import app.orchard.models.Standing;
import app.orchard.models.StepFigures;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A process in one of its versions: where its instances are, how long steps take, and who stands at one of them. */
@Route(Pages.MODELS + "/process")
@RolesAllowed(Allowed.FOUNDER)
class ProcessPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final String VERSION = "version";
    private static final String STEP = "step";

    private final Live live;
    private final ModelReading reading;
    private final ProcessRoom room;
    private final Times times;
    private final Staff founder;
    private final H1 title = new H1();
    private final BpmnDiagram diagram = new BpmnDiagram();
    private final StepTable steps;
    private final Section standing = new Section();
    private final VersionList versions;
    private @Nullable Registration showing;
    private String id = "";
    private String step = "";
    private long key;

    ProcessPage(SignedIn signedIn, Live live, ModelReading reading, ProcessRoom room, ModelDesk desk, Times times) {
        this.live = live;
        this.reading = reading;
        this.room = room;
        this.times = times;
        this.founder = signedIn.staff();
        addClassNames("page", "model-page");
        steps = new StepTable(times, this::address);
        versions = new VersionList(
                desk, founder, times, version -> Pages.model(ModelKind.PROCESS, id) + "?version=" + version.key());
        standing.addClassNames("block", "standing");
        diagram.onChoice(element -> UI.getCurrent()
                .navigate(
                        Pages.model(ModelKind.PROCESS, id),
                        QueryParameters.simple(Map.of(VERSION, String.valueOf(key), STEP, element))));
        Anchor back = new Anchor(Pages.MODELS, Text.of("models.back"));
        back.addClassName("back");
        Section picture = new Section(diagram);
        picture.addClassName("block");
        Section figures = new Section(new H2(Text.of("steps.title")), steps);
        figures.addClassName("block");
        Div blocks = new Div(figures, standing, versions);
        blocks.addClassName("blocks");
        add(back, title, picture, blocks);
    }

    @Override
    public void setParameter(BeforeEvent event, String process) {
        id = process;
        List<ModelVersion> all = room.versions(process + ".bpmn", founder);
        QueryParameters asked = event.getLocation().getQueryParameters();
        String wanted = asked.getSingleParameter(VERSION).orElse("");
        key = all.stream()
                .map(ModelVersion::key)
                .filter(each -> String.valueOf(each).equals(wanted))
                .findFirst()
                .orElse(all.getFirst().key());
        step = asked.getSingleParameter(STEP).orElse("");
        if (showing != null) {
            showing.remove();
        }
        showing = Registration.combine(
                live.show(this, reading.versions(process + ".bpmn", founder), versions::show),
                live.show(this, reading.activity(key, founder), this::show));
    }

    @Override
    public String getPageTitle() {
        return id;
    }

    private String address(String element) {
        return Pages.model(ModelKind.PROCESS, id) + "?version=" + key + "&step=" + element;
    }

    private void show(ModelActivity activity) {
        title.setText(Text.of("process.title", id, activity.version().version()));
        diagram.show(
                activity.xml(),
                numbers(activity, StepFigures::here),
                numbers(activity, StepFigures::stuck),
                Text.of("process.summary", activity.version().running()));
        steps.show(activity.steps(), step);
        showStanding(activity);
    }

    private static Map<String, Integer> numbers(ModelActivity activity, ToIntFunction<StepFigures> number) {
        Map<String, Integer> numbers = new TreeMap<>();
        activity.steps().stream()
                .filter(each -> number.applyAsInt(each) > 0)
                .forEach(each -> numbers.put(each.element(), number.applyAsInt(each)));
        return numbers;
    }

    private void showStanding(ModelActivity activity) {
        standing.removeAll();
        if (step.isEmpty()) {
            standing.add(new H2(Text.of("standing.choose")), new Paragraph(Text.of("standing.choose.hint")));
            return;
        }
        String name = activity.steps().stream()
                .filter(each -> each.element().equals(step))
                .map(StepFigures::name)
                .findFirst()
                .orElse(step);
        List<Standing> here = room.standingAt(key, step, founder);
        standing.add(new H2(Text.of("standing.title", name)));
        UnorderedList list = new UnorderedList();
        here.forEach(each -> list.add(item(each)));
        standing.add(here.isEmpty() ? new Paragraph(Text.of("standing.nobody")) : list);
    }

    private ListItem item(Standing each) {
        Span since = new Span(Text.of("standing.since", times.at(each.since())));
        since.addClassName("when");
        if (each.order() == null || each.number() == null) {
            return new ListItem(new Span(Text.of("standing.other", String.valueOf(each.instanceKey()))), since);
        }
        Anchor order = new Anchor(Pages.order(each.order()), each.number());
        order.addClassName("number");
        return new ListItem(order, since);
    }
}
