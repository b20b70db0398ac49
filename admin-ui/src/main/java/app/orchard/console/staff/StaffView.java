package app.orchard.console.staff;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The team. The list stays; whoever is open is beside it, or over it on a telephone. */
@Route(Pages.STAFF)
@Menu(title = "nav.staff", order = 8.42, icon = "vaadin:users")
@RolesAllowed(Allowed.FOUNDER)
class StaffView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final Team team;
    private final Staff founder;
    private final UnorderedList rows = new UnorderedList();
    private final Section detail = new Section();
    private List<StaffMember> members = List.of();
    private String opened = "";

    StaffView(SignedIn signedIn, Live live, Team team) {
        this.team = team;
        this.founder = signedIn.staff();
        addClassNames("page", "split", "team");
        rows.addClassName("rows");
        Button add = new Button(Text.of("team.add"), click -> StaffDialog.add(team, founder));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClassName("add-staff");
        Div tools = new Div(add);
        tools.addClassNames("buttons", "stock-tools");
        Section list = new Section(new H1(getPageTitle()), tools, rows);
        list.addClassName("list");
        detail.addClassName("detail");
        add(list, detail);
        live.show(this, team.feed(founder), this::show);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String staff) {
        opened = staff == null ? "" : staff;
        draw();
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.staff");
    }

    static String roles(Staff staff) {
        return staff.roles().stream()
                .sorted()
                .map(role -> Text.of("role", role))
                .collect(Collectors.joining(", "));
    }

    private void show(List<StaffMember> now) {
        if (!now.equals(members)) {
            members = now;
            draw();
        }
    }

    private void draw() {
        rows.removeAll();
        members.forEach(member -> rows.add(row(member)));
        detail.removeAll();
        getElement().setAttribute("data-open", !opened.isEmpty());
        Optional<StaffMember> member = members.stream().filter(this::isOpen).findFirst();
        if (member.isEmpty()) {
            detail.add(new Notice("hand", Text.of("team.choose"), Text.of("inbox.choose.hint")));
            return;
        }
        Anchor back = new Anchor(Pages.STAFF, Text.of("team.back"));
        back.addClassName("back");
        detail.add(back, new StaffPanel(member.get(), team, founder));
    }

    private boolean isOpen(StaffMember member) {
        return member.staff().id().toString().equals(opened);
    }

    private ListItem row(StaffMember member) {
        Span name = new Span(member.staff().name());
        name.addClassName("row-title");
        Div head = new Div(name);
        head.addClassName("row-head");
        if (!member.active()) {
            head.add(new Tag(Text.of("team.off"), Tag.Tone.CALM));
        }
        Div line = new Div(new Span(member.staff().login()), new Span(roles(member.staff())));
        line.addClassName("row-line");
        Anchor open = new Anchor(Pages.STAFF + "/" + member.staff().id(), head, line);
        open.addClassName("row");
        open.setRouterIgnore(false);
        ListItem row = new ListItem(open);
        row.addClassName("task-row");
        row.getElement().setAttribute("data-open", isOpen(member));
        return row;
    }
}
