package app.orchard.insight;

import app.orchard.order.OrderStatus;
import app.orchard.slots.Slot;
import java.util.SortedMap;

/** A slot that is on, and how many of its orders are at which step. */
public record SlotToday(Slot slot, SortedMap<OrderStatus, Integer> steps) {

    public int orders() {
        return steps.values().stream().mapToInt(Integer::intValue).sum();
    }
}
