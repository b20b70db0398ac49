package app.orchard.console.runs;

import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
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
import java.util.Locale;

/** One tour: who drives what, and stop by stop when, where, how heavy and how much to collect. */
class TourSection extends Section {

    private final TourView tour;
    private final Runs runs;
    private final Staff founder;
    private final Times times;

    TourSection(TourView tour, RunFacts facts, Runs runs, Staff founder, Times times) {
        this.tour = tour;
        this.runs = runs;
        this.founder = founder;
        this.times = times;
        addClassNames("block", "tour");
        getElement().setAttribute("data-tour", tour.id().toString());
        Div head = new Div(new H2(Text.of("tour.title", tour.number(), tour.vehicle())), RunTags.of(tour.state()));
        head.addClassName("inline");
        if (tour.late() != null) {
            head.add(RunTags.late(tour.late()));
        }
        add(head, driver(facts), new Paragraph(sums()), table());
    }

    private boolean isPlanned() {
        return tour.state() == TourState.PLANNED;
    }

    private Component driver(RunFacts facts) {
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
        if (isPlanned()) {
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
        row.add(cell(String.valueOf(stop.position())), cell(times.hour(stop.arrivesAt())), new NativeTableCell(order));
        row.add(cell(stop.address()), cell(kilometres(stop.metres())), cell(kilograms(stop.weightGrams())));
        row.add(cell(String.valueOf(stop.boxes())), cell(cash(stop)), new NativeTableCell(state(stop)));
        if (isPlanned()) {
            row.add(new NativeTableCell(
                    move(stop, VaadinIcon.ARROW_UP, -1, "tour.up"), move(stop, VaadinIcon.ARROW_DOWN, 1, "tour.down")));
        }
        return row;
    }

    private static Component state(PlannedStop stop) {
        Div state = new Div(RunTags.of(stop.state()));
        if (stop.lateSeconds() > 0) {
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
