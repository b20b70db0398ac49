package app.orchard.console.deliveries;

import app.orchard.console.OnceButton;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.delivery.Stop;
import app.orchard.delivery.TourState;
import app.orchard.shared.OrderId;
import app.orchard.task.Task;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A tour: before it starts what to load, then stop after stop. */
class TourCard extends Section {

    private final TourStops tour;
    private final Times times;
    private final Set<OrderId> opened;
    private final BiConsumer<StopTask, Boolean> outcome;

    /** @param opened the stops whose cards are open; kept up to date as the driver opens and closes them */
    TourCard(
            TourStops tour,
            Times times,
            Set<OrderId> opened,
            Consumer<Task> start,
            BiConsumer<StopTask, Boolean> outcome) {
        this.tour = tour;
        this.times = times;
        this.opened = opened;
        this.outcome = outcome;
        addClassName("tour-card");
        boolean hasStarted = tour.tour().state() == TourState.STARTED;
        setClassName("started", hasStarted);
        add(new H2(Text.of(
                "tour.mine", times.at(tour.tour().leavesAt()), tour.tour().vehicle())));
        add(new Paragraph(Text.of("tour.load", tour.stops().size(), tour.tour().loadBoxes())));
        Task begin = tour.start();
        if (!hasStarted && begin != null) {
            Button leave = new OnceButton(Text.of("tour.start"), () -> start.accept(begin));
            leave.addThemeVariants(ButtonVariant.PRIMARY);
            leave.addClassName("start-tour");
            add(leave);
        }
        add(hasStarted ? doors() : loading());
    }

    private OrderedList doors() {
        OrderedList doors = new OrderedList();
        doors.addClassName("stops");
        for (StopTask door : tour.stops()) {
            boolean isNext = doors.getComponentCount() == 0;
            doors.add(isNext ? card(door) : later(door));
        }
        return doors;
    }

    private StopCard card(StopTask door) {
        StopCard card =
                new StopCard(door, door.stop().position(), times, (delivered, task) -> outcome.accept(door, delivered));
        card.addClassName("next");
        return card;
    }

    /** A line that opens to the whole card: who comes by may be served out of turn. */
    private ListItem later(StopTask door) {
        StopCard card =
                new StopCard(door, door.stop().position(), times, (delivered, task) -> outcome.accept(door, delivered));
        Details line = new Details(line(door.stop()), card);
        line.addClassName("later");
        OrderId order = door.stop().order();
        line.setOpened(opened.contains(order));
        line.addOpenedChangeListener(change -> {
            if (change.isFromClient() && change.isOpened()) {
                opened.add(order);
            } else if (change.isFromClient()) {
                opened.remove(order);
            }
        });
        ListItem item = new ListItem(line);
        item.addClassName("later-stop");
        return item;
    }

    private OrderedList loading() {
        OrderedList loading = new OrderedList();
        loading.addClassName("loading");
        tour.stops().forEach(door -> {
            ListItem item =
                    new ListItem(line(door.stop()), new Paragraph(door.stop().items()));
            loading.add(item);
        });
        return loading;
    }

    private Div line(Stop stop) {
        Span cash = new Span(stop.toCollect().isPositive() ? stop.toCollect().format() : "");
        cash.addClassName("money");
        Div line = new Div(
                new Span(String.valueOf(stop.position())),
                new Span(times.hour(stop.arrivesAt())),
                new Span(stop.number()),
                new Span(stop.address()),
                cash);
        line.addClassName("stop-line");
        return line;
    }
}
