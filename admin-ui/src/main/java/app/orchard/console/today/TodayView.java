package app.orchard.console.today;

import app.orchard.console.Allowed;
import app.orchard.console.Counter;
import app.orchard.console.Live;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.insight.SlotToday;
import app.orchard.insight.TodayFacts;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The founder's first page. What changed is shown in place: a link under somebody's finger stays where it is. */
@Route(Pages.TODAY)
@Menu(title = "nav.today", order = 0, icon = "vaadin:sun-o")
@RolesAllowed(Allowed.FOUNDER)
class TodayView extends Div implements HasDynamicTitle {

    private final Times times;
    private final Tile overdue = tile("overdue", Pages.INBOX + "?due=overdue");
    private final Tile dueToday = tile("due-today", Pages.INBOX + "?due=today");
    private final Tile later = tile("later", Pages.INBOX + "?due=later");
    private final Tile refunds = tile("refunds", Pages.INBOX + "?due=refunds");
    private final Tile incidents = tile("incidents", Pages.INCIDENTS);
    private final Tile low = tile("low", Pages.STOCK + "?low");
    private final Tile full = tile("full", Pages.CALENDAR);
    private final Tile cash = tile("cash", Pages.CASH);
    private final UnorderedList slots = new UnorderedList();
    private final Paragraph nothingOn = new Paragraph(Text.of("today.slots.none"));
    private final TakingsTable takings = new TakingsTable();
    private List<SlotToday> shown = List.of();

    TodayView(SignedIn signedIn, Live live, TodayReading reading, List<Counter> counters, Times times) {
        this.times = times;
        Staff founder = signedIn.staff();
        addClassNames("page", "today");
        Div tiles = new Div(overdue, dueToday, later, refunds, incidents, low, full, cash);
        tiles.addClassName("tiles");
        slots.addClassName("blocks");
        Section on = new Section(new H2(Text.of("today.on")), slots, nothingOn);
        Anchor sales = new Anchor(Pages.ORDERS, Text.of("today.all-orders"));
        Div links = new Div(sales, new Anchor(Pages.SALES, Text.of("nav.sales")));
        links.addClassName("inline");
        Section came = new Section(new H2(Text.of("today.came")), takings, links);
        came.addClassName("came-in");
        add(new H1(getPageTitle()), new Section(new H2(Text.of("today.needs")), tiles), on, came);
        counters.stream()
                .filter(counter -> counter.page().equals(Pages.INCIDENTS))
                .forEach(counter -> live.show(this, counter.feed(founder), count -> incidents.show(count, true)));
        live.show(this, reading.feed(founder), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.today");
    }

    private static Tile tile(String name, String href) {
        return new Tile(name, href, Text.of("today.tile." + name));
    }

    private void show(TodayFacts facts) {
        overdue.show(facts.tasks().overdue(), true);
        dueToday.show(facts.tasks().today(), false);
        later.show(facts.tasks().later(), false);
        refunds.show(facts.tasks().refunds(), true);
        low.show(facts.lowStock(), true);
        full.show(facts.fullSlots(), false);
        cash.show(facts.uncounted().format(), false);
        cash.setClassName("nothing", facts.uncounted().isZero());
        if (!facts.slots().equals(shown)) {
            shown = facts.slots();
            slots.removeAll();
            shown.forEach(on -> slots.add(new SlotCard(on, times)));
        }
        nothingOn.setVisible(shown.isEmpty());
        takings.show(facts);
    }
}
