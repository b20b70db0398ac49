package app.orchard.console.calendar;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.slots.Slot;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** A day and its slots. */
class DayCard extends Section {

    private final Times times;
    private final Consumer<Slot> changeCapacity;
    private final UnorderedList list = new UnorderedList();
    private final Map<UUID, SlotRow> rows = new LinkedHashMap<>();

    DayCard(LocalDate day, Times times, Runnable closeDay, Consumer<Slot> changeCapacity) {
        this.times = times;
        this.changeCapacity = changeCapacity;
        addClassNames("block", "day");
        Button close = new Button(Text.of("calendar.close.day"), click -> closeDay.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Text.of("calendar.close.day.label", times.day(day)));
        Div head = new Div(new H2(times.day(day)), close);
        head.addClassName("row-head");
        add(head, list);
    }

    void show(List<Slot> slots, Instant now) {
        if (!List.copyOf(rows.keySet()).equals(slots.stream().map(Slot::id).toList())) {
            rows.clear();
            list.removeAll();
            slots.forEach(slot -> rows.put(slot.id(), new SlotRow(slot, times, changeCapacity)));
            rows.values().forEach(list::add);
        }
        slots.forEach(slot -> Objects.requireNonNull(rows.get(slot.id())).show(slot, now));
    }
}
