package app.orchard.console.calendar;

import app.orchard.console.FillBar;
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
import java.util.function.Consumer;

/** One slot: when, where, and how much of it is taken. Changes are shown in place, so that no tap is lost. */
class SlotRow extends ListItem {

    private final Div state = new Div();
    private final FillBar stops = new FillBar("bar.stops");
    private final FillBar minutes = new FillBar("bar.minutes");
    private Slot slot;

    SlotRow(Slot slot, Times times, Consumer<Slot> changeCapacity) {
        this.slot = slot;
        addClassName("slot-row");
        getElement().setAttribute("data-slot", slot.id().toString());
        String hours = times.hour(slot.startsAt()) + "–" + times.hour(slot.endsAt());
        Anchor when = new Anchor(Pages.ORDERS + "?slot=" + slot.id(), hours);
        when.addClassName("row-title");
        Button change = new Button(VaadinIcon.EDIT.create(), click -> changeCapacity.accept(this.slot));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(Text.of("capacity.change.label", hours, slot.zone()));
        Div head = new Div(when, new Span(slot.zone()), state, change);
        head.addClassName("slot-head");
        add(head, stops, minutes);
    }

    void show(Slot now, Instant moment) {
        slot = now;
        state.removeAll();
        String shut = now.whyShutAt(moment);
        if (shut != null) {
            state.add(tag(shut, moment));
        }
        stops.show(now.stopsTaken(), now.capacity());
        Integer most = now.kitchenMinutes();
        minutes.setVisible(most != null);
        minutes.show(now.minutesTaken(), most == null ? 0 : most);
    }

    private Tag tag(String shut, Instant moment) {
        if (slot.closedBecause() != null) {
            return new Tag(Text.of("slot.closed", shut), Tag.Tone.BAD);
        }
        return moment.isBefore(slot.cutoffAt())
                ? new Tag(Text.of("slot.full"), Tag.Tone.WARNING)
                : new Tag(Text.of("slot.over"), Tag.Tone.CALM);
    }
}
