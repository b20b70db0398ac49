package app.orchard.console.calendar;

import app.orchard.slots.Blackout;
import app.orchard.slots.Slot;
import app.orchard.slots.SlotTemplate;
import app.orchard.slots.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** What the calendar shows. @param days the slots of each, by zone and hour */
record CalendarFacts(
        SortedMap<LocalDate, List<Slot>> days, List<Blackout> closed, List<SlotTemplate> windows, List<Zone> zones) {}
