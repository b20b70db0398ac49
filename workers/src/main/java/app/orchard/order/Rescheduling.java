package app.orchard.order;

import app.orchard.inventory.Inventory;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Hold;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another delivery time for an order: its place moves at once, and the process waits anew. */
@Service
@Transactional
public class Rescheduling {

    private final OrderRepository orders;
    private final OrderProcess process;
    private final OrderMessages messages;
    private final Slots slots;
    private final Inventory inventory;
    private final Timeline timeline;
    private final Business business;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rescheduling(
            OrderRepository orders,
            OrderProcess process,
            OrderMessages messages,
            Slots slots,
            Inventory inventory,
            Timeline timeline,
            Business business,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.process = process;
        this.messages = messages;
        this.slots = slots;
        this.inventory = inventory;
        this.timeline = timeline;
        this.business = business;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Until the cut-off of the slot it is in, and only into one that still takes orders. Into the same: changes nothing.
     *
     * @throws Refusal CONFLICT {@code too-late}, {@code wrong-zone}, {@code slot-full} or {@code slot-closed} (with
     *     {@code free}), {@code out-of-stock} when no packs are good for the new day; NOT_FOUND for another's
     */
    public void byCustomer(OrderId id, UUID slot, CustomerId customer) {
        Order order = lock(id);
        if (!customer.equals(order.customer())) {
            throw Refusal.notFound("order");
        }
        UUID now = order.slotId();
        if (now == null || !clock.instant().isBefore(slots.get(now).cutoffAt())) {
            throw tooLate(order);
        }
        move(order, slot, "Customer");
    }

    /** Until preparation starts. @throws Refusal as {@link #byCustomer}; FORBIDDEN but for founders */
    public void byStaff(OrderId id, UUID slot, Staff by) {
        by.require(Role.FOUNDER);
        move(lock(id), slot, by.name());
    }

    /** @return whether the order can have another time, if its slot's cut-off does not stand against it */
    public boolean isPossible(OrderView order) {
        Instant starts = order.slotStartsAt();
        return starts != null && isPossible(order.status(), starts);
    }

    private boolean isPossible(OrderStatus status, Instant starts) {
        // The process may be about to prepare it, though the task for the packer has not reached us yet
        return status == OrderStatus.PLACED
                || (status == OrderStatus.CONFIRMED
                        && clock.instant()
                                .isBefore(starts.minus(business.settings().preparationLead())));
    }

    private void move(Order order, UUID slot, String actor) {
        CustomerId customer = order.customer();
        HoldId booking = order.booking();
        Instant starts = order.slotStartsAt();
        if (customer == null || booking == null || starts == null || !isPossible(order.status(), starts)) {
            throw tooLate(order);
        }
        if (!slots.get(slot).zone().equals(order.zone())) {
            throw Refusal.conflict("wrong-zone", "That delivery time is not for this address. Please choose another.");
        }
        Hold moved = slots.move(booking, slot, customer, slots.load(booking));
        if (!moved.id().equals(booking)) {
            // The slot before the stock, as everywhere
            inventory.redate(
                    order.location(),
                    order.stock(),
                    order.stockCause(),
                    business.dayOf(moved.slot().startsAt()));
            order.reschedule(moved.slot(), moved.id());
            tell(order, moved.slot(), actor);
            if (order.is(OrderStatus.CONFIRMED)) {
                events.publishEvent(new OrderAwaitsDelivery(order.id(), slot));
            }
        }
    }

    private void tell(Order order, Slot slot, String actor) {
        process.reschedule(order);
        timeline.add(order.id(), "rescheduled", actor, "Moved to " + messages.window(slot) + ".");
        messages.rescheduled(order);
    }

    private static Refusal tooLate(Order order) {
        return Refusal.conflict(
                        "too-late", "It is too late to change the delivery time of order " + order.number() + ".")
                .with("orderStatus", order.status());
    }

    private Order lock(OrderId id) {
        return orders.lock(id.value()).orElseThrow(() -> Refusal.notFound("order"));
    }
}
