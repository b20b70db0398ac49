package app.orchard.storefront.web;

import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day of the slot picker. */
record SlotDay(String label, List<Window> windows) {

    private static final int FEW = 3;

    /** @param shut why it cannot be had, null when it can */
    record Window(Slot slot, @Nullable String shut) {

        public boolean isFew() {
            return shut == null && slot.free() <= FEW;
        }
    }

    /** @param load what is to be brought */
    static List<SlotDay> of(List<Slot> slots, Instant now, Load load, Wording wording) {
        Map<String, List<Window>> days = new LinkedHashMap<>();
        slots.forEach(slot -> days.computeIfAbsent(wording.day(slot.startsAt()), day -> new ArrayList<>())
                .add(new Window(slot, wording.shut(slot, now, load))));
        return days.entrySet().stream()
                .map(day -> new SlotDay(day.getKey(), day.getValue()))
                .toList();
    }
}
