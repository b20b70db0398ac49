package app.orchard.order;

import app.orchard.inventory.Inventory;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calling an order off: place and stock are free at once, the process is told to end and to send the money back. */
@Service
@Transactional
public class Cancellations {

    private final OrderRepository orders;
    private final OrderProcess process;
    private final OrderMessages messages;
    private final Inventory inventory;
    private final Slots slots;
    private final Payments payments;
    private final Timeline timeline;
    private final Clock clock;

    Cancellations(
            OrderRepository orders,
            OrderProcess process,
            OrderMessages messages,
            Inventory inventory,
            Slots slots,
            Payments payments,
            Timeline timeline,
            Clock clock) {
        this.orders = orders;
        this.process = process;
        this.messages = messages;
        this.inventory = inventory;
        this.slots = slots;
        this.payments = payments;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Until the slot's cut-off. Again: changes nothing.
     *
     * @throws Refusal CONFLICT {@code too-late} after the cut-off or once it is on the road, NOT_FOUND for another's
     */
    public void byCustomer(OrderId id, CustomerId customer) {
        Order order = lock(id);
        if (!customer.equals(order.customer())) {
            throw Refusal.notFound("order");
        }
        boolean cutOff = order.slotId() == null
                || !clock.instant().isBefore(slots.get(order.slotId()).cutoffAt());
        if (cutOff && !order.status().isEnd()) {
            throw Refusal.conflict(
                    "too-late",
                    "Orders for this time are being prepared already. Please call us if you cannot take it.");
        }
        cancel(order, "Customer", "Cancelled by the customer.");
    }

    /** Until somebody is on the road with it. @throws Refusal CONFLICT {@code too-late}; FORBIDDEN but for founders */
    public void byStaff(OrderId id, String reason, Staff by) {
        by.require(Role.FOUNDER);
        cancel(lock(id), by.name(), "Cancelled: " + (reason.isBlank() ? "no reason given" : reason) + ".");
    }

    private void cancel(Order order, String actor, String sentence) {
        if (order.is(OrderStatus.CANCELLED)) {
            return;
        }
        if (!order.status().isBeforeDispatch()) {
            throw Refusal.conflict("too-late", "Order " + order.number() + " can no longer be cancelled.")
                    .with("orderStatus", order.status());
        }
        boolean deducted = !order.is(OrderStatus.PLACED);
        order.cancel();
        giveBack(order, deducted);
        payments.cancel(order.id());
        process.cancel(order);
        timeline.add(order.id(), "cancelled", actor, sentence);
        messages.cancelled(order);
    }

    private void giveBack(Order order, boolean deducted) {
        // The slot before the stock, as placement does: otherwise the two could wait for each other
        if (order.booking() != null) {
            slots.unbook(order.booking());
        }
        if (deducted) {
            inventory.takeBack(order.location(), order.stock(), order.stockCause());
        } else {
            inventory.release(order.location(), order.stock(), order.stockCause());
        }
    }

    private Order lock(OrderId id) {
        return orders.lock(id.value()).orElseThrow(() -> Refusal.notFound("order"));
    }
}
