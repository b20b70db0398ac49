package app.orchard.order;

import app.orchard.inventory.Inventory;
import app.orchard.payment.Payments;
import app.orchard.promotion.Coupons;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calling an order off: place, stock and coupon are free at once, the process is told to end and to send the money back. */
@Service
@Transactional
public class Cancellations {

    private final OrderRepository orders;
    private final OrderProcess process;
    private final OrderMessages messages;
    private final Inventory inventory;
    private final Slots slots;
    private final Coupons coupons;
    private final Payments payments;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cancellations(
            OrderRepository orders,
            OrderProcess process,
            OrderMessages messages,
            Inventory inventory,
            Slots slots,
            Coupons coupons,
            Payments payments,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.process = process;
        this.messages = messages;
        this.inventory = inventory;
        this.slots = slots;
        this.coupons = coupons;
        this.payments = payments;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Until the slot's cut-off. Again: changes nothing.
     *
     * @throws Refusal CONFLICT {@code too-late} after the cut-off or once it is on the road, NOT_FOUND for another's
     */
    public void byCustomer(OrderId id, CustomerId customer) {
        byCustomer(id, customer, null);
    }

    /**
     * @param shown what the customer was told would go back
     * @throws Refusal CONFLICT {@code cost-changed} too, when it is less by now
     */
    public void byCustomer(OrderId id, CustomerId customer, @Nullable Money shown) {
        Order order = lock(id);
        if (!customer.equals(order.customer())) {
            throw Refusal.notFound("order");
        }
        if (!isBeforeCutoff(order) && !order.status().isEnd()) {
            throw Refusal.conflict(
                    "too-late",
                    "Orders for this time are being prepared already. Please call us if you cannot take it.");
        }
        cancel(order, Fault.CUSTOMER, shown, "Customer", "Cancelled by the customer.");
    }

    /** Until somebody is on the road with it. @throws Refusal CONFLICT {@code too-late}; FORBIDDEN but for founders */
    public void byStaff(OrderId id, String reason, Staff by) {
        byStaff(id, reason, Fault.SHOP, by);
    }

    /** @param fault at whose wish; less goes back at the customer's */
    public void byStaff(OrderId id, String reason, Fault fault, Staff by) {
        by.require(Role.FOUNDER);
        cancel(lock(id), fault, null, by.name(), "Cancelled: " + (reason.isBlank() ? "no reason given" : reason) + ".");
    }

    /**
     * How far the order is, as long as it can be called off.
     *
     * @param fault customers can until the cut-off, the shop until dispatch
     */
    @Transactional(readOnly = true)
    public Optional<CancellationStage> stage(OrderId id, Fault fault) {
        Order order = orders.findById(id.value()).orElseThrow(() -> Refusal.notFound("order"));
        boolean open = order.status().isBeforeDispatch() && (fault == Fault.SHOP || isBeforeCutoff(order));
        return open ? Optional.of(stage(order)) : Optional.empty();
    }

    private CancellationStage stage(Order order) {
        if (isBeforeCutoff(order)) {
            return CancellationStage.BEFORE_CUTOFF;
        }
        return order.is(OrderStatus.READY) ? CancellationStage.PACKED : CancellationStage.AFTER_CUTOFF;
    }

    private boolean isBeforeCutoff(Order order) {
        UUID slot = order.slotId();
        return slot != null && clock.instant().isBefore(slots.get(slot).cutoffAt());
    }

    private void cancel(Order order, Fault fault, @Nullable Money shown, String actor, String sentence) {
        if (order.is(OrderStatus.CANCELLED)) {
            return;
        }
        if (!order.status().isBeforeDispatch()) {
            throw Refusal.conflict("too-late", "Order " + order.number() + " can no longer be cancelled.")
                    .with("orderStatus", order.status());
        }
        boolean deducted = !order.is(OrderStatus.PLACED);
        CancellationStage stage = stage(order);
        order.cancel();
        giveBack(order, deducted);
        payments.cancel(order.id());
        events.publishEvent(new OrderCancelled(order.id(), stage, fault, shown));
        process.cancel(order, stage, fault);
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
        coupons.giveBack(order.id());
    }

    private Order lock(OrderId id) {
        return orders.lock(id.value()).orElseThrow(() -> Refusal.notFound("order"));
    }
}
