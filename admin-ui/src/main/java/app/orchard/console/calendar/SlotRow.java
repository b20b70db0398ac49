package app.orchard.console.calendar;

import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.slots.Slot;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;

/** One slot: when, where, and how much of it is taken, as bars with their numbers. */
class SlotRow extends ListItem {

    SlotRow(Slot slot, Instant now, Times times, Runnable changeCapacity) {
        addClassName("slot-row");
        getElement().setAttribute("data-slot", slot.id().toString());
        String hours = times.hour(slot.startsAt()) + "–" + times.hour(slot.endsAt());
        Anchor when = new Anchor(Pages.ORDERS + "?slot=" + slot.id(), hours);
        when.addClassName("row-title");
        Button change = new Button(VaadinIcon.EDIT.create(), click -> changeCapacity.run());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(Text.of("capacity.change.label", hours, slot.zone()));
        Div head = new Div(when, new Span(slot.zone()), state(slot, now), change);
        head.addClassName("slot-head");
        add(head, bar("bar.stops", slot.stopsTaken(), slot.capacity()));
        Integer minutes = slot.kitchenMinutes();
        if (minutes != null) {
            add(bar("bar.minutes", slot.minutesTaken(), minutes));
        }
    }

    private static Span state(Slot slot, Instant now) {
        String shut = slot.whyShutAt(now);
        if (shut == null) {
            return new Span();
        }
        return slot.closedBecause() != null
                ? new Tag(Text.of("slot.closed", shut), Tag.Tone.BAD)
                : new Tag(
                        Text.of(now.isBefore(slot.cutoffAt()) ? "slot.full" : "slot.over"),
                        now.isBefore(slot.cutoffAt()) ? Tag.Tone.WARNING : Tag.Tone.CALM);
    }

    private static Div bar(String words, int taken, int capacity) {
        Div bar = new Div(new Div());
        bar.addClassName("fill");
        int percent = capacity == 0 ? 100 : Math.min(100, 100 * taken / capacity);
        bar.getElement().getChild(0).getStyle().set("width", percent + "%");
        bar.setClassName("full", taken >= capacity);
        Span numbers = new Span(Text.of(words, taken, capacity));
        numbers.addClassName("bar-numbers");
        Div row = new Div(bar, numbers);
        row.addClassName("taken");
        return row;
    }
}
