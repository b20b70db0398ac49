package app.orchard.console.calendar;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.order.Orders;
import app.orchard.slots.Blackout;
import app.orchard.slots.Blackouts;
import app.orchard.slots.Slot;
import app.orchard.slots.SlotCapacity;
import app.orchard.slots.SlotTemplate;
import app.orchard.slots.SlotTemplates;
import app.orchard.staff.Staff;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a founder can change about the calendar. */
@Service
class CalendarActions {

    private final CalendarReading reading;
    private final Blackouts blackouts;
    private final SlotCapacity capacity;
    private final SlotTemplates templates;
    private final Orders orders;
    private final Times times;

    CalendarActions(
            CalendarReading reading,
            Blackouts blackouts,
            SlotCapacity capacity,
            SlotTemplates templates,
            Orders orders,
            Times times) {
        this.reading = reading;
        this.blackouts = blackouts;
        this.capacity = capacity;
        this.templates = templates;
        this.orders = orders;
        this.times = times;
    }

    void askToClose(LocalDate day, List<String> zones, Staff staff) {
        new CloseDialog(day, zones, (zone, from, until, reason) -> {
                    Blackout closed = blackouts.close(zone, from, until, reason, staff);
                    Toast.done(Text.of("calendar.closed", times.days(from, until)));
                    tellOrders(closed, staff);
                })
                .open();
    }

    void lift(Blackout blackout, Staff staff) {
        blackouts.lift(blackout.id(), staff);
        Toast.done(Text.of("calendar.lifted", times.days(blackout.fromDay(), blackout.untilDay())));
    }

    void askForCapacity(Slot slot, Staff staff) {
        new CapacityDialog(slot, times, (stops, minutes) -> {
                    capacity.change(slot.id(), stops, minutes, staff);
                    Toast.done(Text.of("capacity.changed"));
                })
                .open();
    }

    void askForWindow(List<String> zones, Staff staff) {
        new WindowDialog(zones, reading.today(), wanted -> {
                    templates.add(wanted, staff);
                    Toast.done(Text.of("window.added"));
                })
                .open();
    }

    void askToEnd(SlotTemplate template, Staff staff) {
        new EndDialog(times.weekly(template.weekday(), template.starts(), template.ends()), reading.today(), day -> {
                    templates.end(template.id(), day, staff);
                    Toast.done(Text.of("window.ended"));
                })
                .open();
    }

    /** Orders that have a place on the closed days stay; somebody must speak to their customers. */
    private void tellOrders(Blackout closed, Staff staff) {
        List<Slot> affected = reading.slotsOf(closed.fromDay(), closed.untilDay()).stream()
                .filter(slot -> closed.zone() == null || closed.zone().equals(slot.zone()))
                .toList();
        var booked = orders.openIn(affected.stream().map(Slot::id).toList(), staff);
        if (!booked.isEmpty()) {
            new BookedDialog(booked, times).open();
        }
    }
}
