package app.orchard.console.calendar;

import app.orchard.console.Allowed;
import app.orchard.console.Live;
import app.orchard.console.Notice;
import app.orchard.console.OnceButton;
import app.orchard.console.Pages;
import app.orchard.console.SignedIn;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.slots.Blackout;
import app.orchard.slots.Slot;
import app.orchard.slots.SlotTemplate;
import app.orchard.slots.Zone;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private final WeeklyWindows windows;
    private final SortedMap<LocalDate, DayCard> cards = new TreeMap<>();
    private List<Blackout> shownClosed = List.of();
    private List<SlotTemplate> shownWindows = List.of();
    private List<String> zones = List.of();

    CalendarView(SignedIn signedIn, Live live, CalendarReading reading, CalendarActions actions, Times times) {
        this.reading = reading;
        this.actions = actions;
        this.times = times;
        this.staff = signedIn.staff();
        addClassNames("page", "calendar");
        closed.addClassName("needs");
        days.addClassName("days");
        windows = new WeeklyWindows(
                times, () -> actions.askForWindow(zones, staff), window -> actions.askToEnd(window, staff));
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

    /** What did not change stays on the page as it is, so that no tap is lost. */
    private void show(CalendarFacts facts) {
        zones = facts.zones().stream().map(Zone::code).toList();
        if (!facts.closed().equals(shownClosed)) {
            shownClosed = facts.closed();
            closed.removeAll();
            shownClosed.forEach(blackout -> closed.add(closed(blackout)));
        }
        showDays(facts.days());
        if (!facts.windows().equals(shownWindows)) {
            shownWindows = facts.windows();
            windows.show(shownWindows);
        }
    }

    private void showDays(SortedMap<LocalDate, List<Slot>> slots) {
        if (!slots.keySet().equals(cards.keySet()) || cards.isEmpty()) {
            cards.clear();
            days.removeAll();
            slots.keySet().forEach(day -> cards.put(day, card(day)));
            cards.values().forEach(days::add);
        }
        if (cards.isEmpty()) {
            days.add(new Notice("basket", Text.of("calendar.empty"), Text.of("calendar.empty.hint")));
        }
        cards.forEach((day, card) -> card.show(slots.getOrDefault(day, List.of()), reading.now()));
    }

    private DayCard card(LocalDate day) {
        return new DayCard(day, times, () -> close(day), slot -> actions.askForCapacity(slot, staff));
    }

    private Component closed(Blackout blackout) {
        Span reason = new Span(blackout.reason());
        reason.addClassName("row-title");
        String where = blackout.zone() == null ? Text.of("calendar.everywhere") : blackout.zone();
        Span when = new Span(Text.of(
                "calendar.closed.by", times.days(blackout.fromDay(), blackout.untilDay()), where, blackout.closedBy()));
        when.addClassName("when");
        Button open = new OnceButton(Text.of("calendar.lift"), () -> actions.lift(blackout, staff));
        Div row = new Div(reason, when, open);
        row.addClassNames("need", "closed-days");
        return row;
    }

    private void close(LocalDate day) {
        actions.askToClose(day, zones, staff);
    }
}
