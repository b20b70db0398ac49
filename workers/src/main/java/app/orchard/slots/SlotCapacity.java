package app.orchard.slots;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much fits into one slot, when it differs from its weekly window. */
@Service
@Transactional
public class SlotCapacity {

    private final JdbcClient jdbc;
    private final Slots slots;
    private final Changes changes;

    SlotCapacity(JdbcClient jdbc, Slots slots, Changes changes) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.changes = changes;
    }

    /**
     * @param kitchenMinutes null when the kitchen is no limit
     * @throws Refusal CONFLICT {@code below-taken} when more is held and booked than that, INVALID
     *     {@code bad-capacity}, NOT_FOUND; FORBIDDEN but for founders
     */
    public void change(UUID slot, int stops, @Nullable Integer kitchenMinutes, Staff by) {
        by.require(Role.FOUNDER);
        if (stops < 0 || (kitchenMinutes != null && kitchenMinutes < 0)) {
            throw Refusal.invalid("bad-capacity", "A capacity is not negative.");
        }
        Slot before = slots.get(slot);
        int changed = jdbc.sql("""
                update delivery_slot set capacity = :stops, kitchen_minutes = :minutes
                where id = :slot and held + booked <= :stops
                  and coalesce(held_minutes + booked_minutes <= cast(:minutes as int), true)""")
                .param("stops", stops)
                .param("minutes", kitchenMinutes)
                .param("slot", slot)
                .update();
        if (changed == 0) {
            throw Refusal.conflict(
                    "below-taken",
                    "%d stops and %d minutes of the kitchen are taken already; it cannot have less than that."
                            .formatted(before.stopsTaken(), before.minutesTaken()));
        }
        changes.announce("slots");
    }
}
