package app.orchard.console.calendar;

import app.orchard.console.Feed;
import app.orchard.shared.Business;
import app.orchard.slots.Blackouts;
import app.orchard.slots.Slot;
import app.orchard.slots.SlotTemplates;
import app.orchard.slots.Slots;
import app.orchard.slots.Zones;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Gathers the coming two weeks. */
@Service
class CalendarReading {

    private static final int DAYS = 14;

    private final Slots slots;
    private final SlotTemplates templates;
    private final Blackouts blackouts;
    private final Zones zones;
    private final Business business;
    private final Clock clock;

    CalendarReading(
            Slots slots, SlotTemplates templates, Blackouts blackouts, Zones zones, Business business, Clock clock) {
        this.slots = slots;
        this.templates = templates;
        this.blackouts = blackouts;
        this.zones = zones;
        this.business = business;
        this.clock = clock;
    }

    Feed<CalendarFacts> feed() {
        return new Feed<>("calendar", "slots"::equals, this::read);
    }

    LocalDate today() {
        return business.dayOf(clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    List<Slot> slotsOf(LocalDate from, LocalDate until) {
        return slots.between(start(from), start(until.plusDays(1)));
    }

    private CalendarFacts read() {
        SortedMap<LocalDate, List<Slot>> days = slotsOf(today(), today().plusDays(DAYS - 1)).stream()
                .sorted(Comparator.comparing(Slot::zone).thenComparing(Slot::startsAt))
                .collect(Collectors.groupingBy(
                        slot -> business.dayOf(slot.startsAt()), TreeMap::new, Collectors.toList()));
        return new CalendarFacts(days, blackouts.inForce(), templates.current(), zones.all());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(business.zone()).toInstant();
    }
}
