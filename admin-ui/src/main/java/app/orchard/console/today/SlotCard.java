package app.orchard.console.today;

import app.orchard.console.FillBar;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.orders.OrderSearch;
import app.orchard.insight.SlotToday;
import app.orchard.order.OrderFilter;
import app.orchard.order.OrderStatus;
import app.orchard.slots.Slot;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Set;

/** A slot that is on: its orders by step, and how much of its stops and the kitchen is taken. */
class SlotCard extends ListItem {

    SlotCard(SlotToday on, Times times) {
        addClassNames("block", "slot-today");
        Slot slot = on.slot();
        getElement().setAttribute("data-slot", slot.id().toString());
        Anchor title = new Anchor(orders(slot, Set.of()), times.slot(slot.startsAt(), slot.endsAt()));
        title.addClassName("row-title");
        Span zone = new Span(slot.zone());
        zone.addClassName("when");
        Div head = new Div(title, zone, new Span(Text.of("today.slot.orders", on.orders())));
        head.addClassName("row-head");
        add(head, steps(on));
        FillBar stops = new FillBar("bar.stops");
        stops.show(slot.stopsTaken(), slot.capacity());
        add(stops);
        if (slot.kitchenMinutes() != null) {
            FillBar minutes = new FillBar("bar.minutes");
            minutes.show(slot.minutesTaken(), slot.kitchenMinutes());
            add(minutes);
        }
    }

    private static Div steps(SlotToday on) {
        Div steps = new Div();
        steps.addClassNames("inline", "steps");
        on.steps().forEach((status, count) -> {
            Tag tag = Tag.of(status);
            tag.setText(count + " " + tag.getText());
            steps.add(new Anchor(orders(on.slot(), Set.of(status)), tag));
        });
        return steps;
    }

    private static String orders(Slot slot, Set<OrderStatus> statuses) {
        return Pages.ORDERS + "?"
                + OrderSearch.write(OrderFilter.of(statuses, slot.id(), null, null))
                        .getQueryString();
    }
}
