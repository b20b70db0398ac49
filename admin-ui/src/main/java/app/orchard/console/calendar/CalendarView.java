package app.orchard.console.calendar;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.slots.Blackout;
import app.orchard.slots.Slot;
import app.orchard.slots.SlotTemplate;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;

/** The coming two weeks: how full each slot is, which days are closed, and the weekly windows behind them. */
@Route(Pages.CALENDAR)
@Menu(title = "nav.calendar", order = 2.5, icon = "vaadin:calendar")
@RolesAllowed(Allowed.FOUNDER)
class CalendarView extends Div implements HasDynamicTitle {

    private final CalendarReading reading;
    private final CalendarActions actions;
    private final Times times;
    private final Staff staff;
    private final Div closed = new Div();
    private final Div days = new Div();
    private final Section windows = new Section();
    private List<String> zones = List.of();

    CalendarView(SignedIn signedIn, Live live, CalendarReading reading, CalendarActions actions, Times times) {
        this.reading = reading;
        this.actions = actions;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "calendar");
        closed.addClassName("needs");
        days.addClassName("days");
        windows.addClassNames("block", "weekly");
        Button close = new Button(Text.of("calendar.close"), click -> close(reading.today()));
        close.addClassName("close-days");
        Div head = new Div(new H1(getPageTitle()), close);
        head.addClassName("order-head");
        add(head, closed, days, windows);
        live.show(this, reading.feed(), this::show);
    }

    @Override
    public String getPageTitle() {
        return Text.of("nav.calendar");
    }

    private void show(CalendarFacts facts) {
        zones = facts.zones().stream().map(zone -> zone.code()).toList();
        closed.removeAll();
        facts.closed().forEach(blackout -> closed.add(closed(blackout)));
        days.removeAll();
        facts.days().forEach((day, slots) -> days.add(day(day, slots)));
        if (facts.days().isEmpty()) {
            days.add(new Notice("basket", Text.of("calendar.empty"), Text.of("calendar.empty.hint")));
        }
        showWindows(facts.windows());
    }

    private Component closed(Blackout blackout) {
        Span reason = new Span(blackout.reason());
        reason.addClassName("row-title");
        String where = blackout.zone() == null ? Text.of("calendar.everywhere") : blackout.zone();
        Span when = new Span(Text.of(
                "calendar.closed.by", times.days(blackout.fromDay(), blackout.untilDay()), where, blackout.closedBy()));
        when.addClassName("when");
        Button open = new Button(Text.of("calendar.lift"), click -> actions.lift(blackout, staff));
        open.setDisableOnClick(true);
        Div row = new Div(reason, when, open);
        row.addClassNames("need", "closed-days");
        return row;
    }

    private Component day(LocalDate day, List<Slot> slots) {
        Button close = new Button(Text.of("calendar.close.day"), click -> close(day));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Text.of("calendar.close.day.label", times.day(day)));
        Div head = new Div(new H2(times.day(day)), close);
        head.addClassName("row-head");
        UnorderedList rows = new UnorderedList();
        slots.forEach(
                slot -> rows.add(new SlotRow(slot, reading.now(), times, () -> actions.askForCapacity(slot, staff))));
        Section card = new Section(head, rows);
        card.addClassNames("block", "day");
        card.setId("day-" + day);
        return card;
    }

    private void close(LocalDate day) {
        actions.askToClose(day, zones, staff);
    }

    private void showWindows(List<SlotTemplate> templates) {
        Button add = new Button(Text.of("window.add"), click -> actions.askForWindow(zones, staff));
        add.addClassName("add-window");
        Div head = new Div(new H2(Text.of("window.title")), add);
        head.addClassName("row-head");
        UnorderedList rows = new UnorderedList();
        templates.forEach(template -> rows.add(window(template)));
        windows.removeAll();
        windows.add(head, rows);
    }

    private Component window(SlotTemplate template) {
        Span when = new Span(times.weekly(template.weekday(), template.starts(), template.ends()));
        when.addClassName("row-title");
        Span what = new Span(Text.of(
                template.kitchenMinutes() == null ? "window.what" : "window.what.kitchen",
                template.zone(),
                template.capacity(),
                template.kitchenMinutes() == null ? 0 : template.kitchenMinutes(),
                times.span(template.cutoffLead())));
        Span valid = new Span(times.valid(template.validFrom(), template.validUntil()));
        valid.addClassName("when");
        Button end = new Button(Text.of("window.end"), click -> actions.askToEnd(template, staff));
        end.addThemeVariants(ButtonVariant.TERTIARY);
        end.setAriaLabel(Text.of("window.end.label", when.getText(), template.zone()));
        return new ListItem(when, what, valid, end);
    }
}
