package app.orchard.console.runs;

import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.delivery.Dispatch;
import app.orchard.delivery.PlannedStop;
import app.orchard.delivery.Runs;
import app.orchard.delivery.StopState;
import app.orchard.delivery.TourState;
import app.orchard.delivery.TourView;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import app.orchard.task.TaskForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** One tour: who drives what, and stop by stop when, where, how heavy and how much to collect. */
class TourSection extends Section {

    private final TourView tour;
    private final RunFacts facts;
    private final Runs runs;
    private final Dispatch dispatch;
    private final Staff founder;
    private final Times times;

    TourSection(TourView tour, RunFacts facts, Runs runs, Dispatch dispatch, Staff founder, Times times) {
        this.tour = tour;
        this.facts = facts;
        this.runs = runs;
        this.dispatch = dispatch;
        this.founder = founder;
        this.times = times;
        addClassNames("block", "tour");
        getElement().setAttribute("data-tour", tour.id().toString());
        Div head = new Div(new H2(Text.of("tour.title", tour.number(), tour.vehicle())), RunTags.of(tour.state()));
        head.addClassName("inline");
        if (tour.late() != null) {
            head.add(RunTags.late(tour.late()));
        }
        add(head, driver(), new Paragraph(sums()));
        if (tour.state() == TourState.STARTED) {
            add(onTheRoad());
        }
        add(table());
    }

    private boolean isPlanned() {
        return tour.state() == TourState.PLANNED;
    }

    /** Whether stops can go to another driver. */
    private boolean isChangeable() {
        return tour.state() != TourState.FINISHED && tour.state() != TourState.DROPPED;
    }

    private Component onTheRoad() {
        Button again = new Button(Text.of("tour.replan"), click -> {
            dispatch.replan(tour.id(), founder);
            Toast.done(Text.of("tour.replan.done"));
        });
        again.addClassName("replan-tour");
        Button stop = new Button(
                Text.of("tour.handover"),
                click -> ask("tour.handover", driver -> dispatch.handOver(tour.id(), driver, founder)));
        stop.addClassName("hand-over-tour");
        Div buttons = new Div(again, stop);
        buttons.addClassName("buttons");
        return buttons;
    }

    /** In a dialog, which stays open while the page follows the road. */
    private void ask(String what, Consumer<String> then) {
        new NextDriverDialog(Text.of(what), tour, facts.drivers(), then).open();
    }

    private Component driver() {
        if (!isPlanned()) {
            return new Paragraph(Text.of("tour.driver.is", tour.driverName()));
        }
        Select<TaskForm.Option> driver = new Select<>();
        driver.setLabel(Text.of("tour.driver"));
        driver.setItems(facts.drivers());
        driver.setItemLabelGenerator(TaskForm.Option::label);
        facts.drivers().stream()
                .filter(known -> tour.isDrivenBy(known.value()))
                .findFirst()
                .ifPresent(driver::setValue);
        driver.addClassName("tour-driver");
        driver.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                runs.give(tour.id(), change.getValue().value(), founder);
            }
        });
        return driver;
    }

    private String sums() {
        return Text.of(
                "tour.sums",
                times.hour(tour.leavesAt()),
                times.hour(tour.returnsAt()),
                kilometres(tour.metres()),
                kilograms(tour.loadGrams()),
                kilograms(tour.weightGrams()),
                tour.loadBoxes(),
                tour.boxes(),
                tour.state() == TourState.FINISHED
                        ? tour.collected().format()
                        : tour.toCollect().plus(tour.collected()).format());
    }

    private NativeTable table() {
        NativeTable table = new NativeTable();
        table.addClassName("stops-table");
        NativeTableRow names = new NativeTableRow();
        for (String column :
                new String[] {"place", "time", "order", "address", "way", "weight", "boxes", "cash", "state"}) {
            names.add(new NativeTableHeaderCell(Text.of("tour.column." + column)));
        }
        if (isChangeable()) {
            names.add(new NativeTableHeaderCell(""));
        }
        table.getHead().add(names);
        tour.stops().forEach(stop -> table.getBody().add(row(stop)));
        return table;
    }

    private NativeTableRow row(PlannedStop stop) {
        NativeTableRow row = new NativeTableRow();
        row.getElement().setAttribute("data-order", stop.number());
        Anchor order = new Anchor(Pages.order(stop.order()), stop.number());
        row.add(cell(String.valueOf(stop.position())), cell(times.hour(expected(stop))), new NativeTableCell(order));
        row.add(cell(stop.address()), cell(kilometres(stop.metres())), cell(kilograms(stop.weightGrams())));
        row.add(cell(String.valueOf(stop.boxes())), cell(cash(stop)), new NativeTableCell(state(stop)));
        if (isChangeable()) {
            row.add(changes(stop));
        }
        return row;
    }

    private static Instant expected(PlannedStop stop) {
        Instant reckoned = stop.expectedAt();
        return reckoned == null ? stop.arrivesAt() : reckoned;
    }

    private NativeTableCell changes(PlannedStop stop) {
        NativeTableCell changes = new NativeTableCell();
        if (isPlanned()) {
            changes.add(
                    move(stop, VaadinIcon.ARROW_UP, -1, "tour.up"), move(stop, VaadinIcon.ARROW_DOWN, 1, "tour.down"));
        }
        if (stop.state() == StopState.PLANNED || stop.state() == StopState.ON_THE_WAY) {
            Button give = new Button(
                    VaadinIcon.EXCHANGE.create(),
                    click -> ask("tour.give", driver -> dispatch.giveStop(tour.id(), stop.order(), driver, founder)));
            give.addThemeVariants(ButtonVariant.TERTIARY);
            give.setAriaLabel(Text.of("tour.give.stop", stop.number()));
            give.addClassName("give-stop");
            changes.add(give);
        }
        return changes;
    }

    private Component state(PlannedStop stop) {
        Div state = new Div(RunTags.of(stop.state()));
        boolean isLate = stop.expectedAt() == null
                ? stop.lateSeconds() > 0
                : stop.expectedAt().isAfter(facts.view().run().slotEndsAt());
        if (isLate && isChangeable()) {
            state.add(RunTags.late("stop"));
        }
        if (!stop.isPacked() && stop.state() == StopState.PLANNED) {
            state.add(new Tag(Text.of("stop.unpacked"), Tag.Tone.CALM));
        }
        return state;
    }

    private Button move(PlannedStop stop, VaadinIcon icon, int by, String word) {
        Button move = new Button(
                icon.create(), click -> runs.moveStop(tour.id(), stop.order(), stop.position() + by, founder));
        move.addThemeVariants(ButtonVariant.TERTIARY);
        move.setAriaLabel(Text.of(word, stop.number()));
        int next = stop.position() + by;
        move.setEnabled(next >= 1 && next <= tour.stops().size());
        return move;
    }

    private static String cash(PlannedStop stop) {
        Money cash = stop.toCollect().plus(stop.collected());
        return cash.isZero() ? "" : cash.format();
    }

    private static NativeTableCell cell(String text) {
        return new NativeTableCell(text);
    }

    private static String kilometres(long metres) {
        return String.format(Locale.ENGLISH, "%.1f km", metres / 1000.0);
    }

    private static String kilograms(int grams) {
        return String.format(Locale.ENGLISH, "%.1f kg", grams / 1000.0);
    }
}
