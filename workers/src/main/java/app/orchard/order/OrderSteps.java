package app.orchard.order;

import app.orchard.inventory.Inventory;
import app.orchard.inventory.StockLine;
import app.orchard.messaging.MessageTemplate;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.PaymentState;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.promotion.Coupons;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Hold;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One method per step that the process takes an order through. The engine may ask for a step twice, and for a step of
 * an order that was cancelled a moment ago: each looks at what is stored first and then does nothing.
 */
@Service
@Transactional
public class OrderSteps {

    private final OrderRepository orders;
    private final OrderProcess process;
    private final OrderMessages messages;
    private final Inventory inventory;
    private final Slots slots;
    private final Coupons coupons;
    private final Loads loads;
    private final Payments payments;
    private final Timeline timeline;
    private final Business business;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderSteps(
            OrderRepository orders,
            OrderProcess process,
            OrderMessages messages,
            Inventory inventory,
            Slots slots,
            Coupons coupons,
            Loads loads,
            Payments payments,
            Timeline timeline,
            Business business,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.process = process;
        this.messages = messages;
        this.inventory = inventory;
        this.slots = slots;
        this.coupons = coupons;
        this.loads = loads;
        this.payments = payments;
        this.timeline = timeline;
        this.business = business;
        this.events = events;
        this.clock = clock;
    }

    /** Paid, or cash accepted: the stock leaves the shelf. A sale at the stall ends here. */
    public void confirm(OrderId id) {
        Order order = lock(id);
        if (!order.is(OrderStatus.PLACED)) {
            return;
        }
        order.confirm();
        inventory.deduct(order.location(), order.stock(), order.stockCause());
        timeline.add(
                id,
                "confirmed",
                Timeline.SYSTEM,
                order.channel() == Channel.STALL ? "Sold at the stall." : "Confirmed; the packs are set aside.");
        messages.tell(order, MessageTemplate.ORDER_CONFIRMED);
        if (order.slotId() != null) {
            events.publishEvent(new OrderAwaitsDelivery(id, order.slotId()));
        }
    }

    /** Nobody paid in time: place and stock are free again. */
    public void expire(OrderId id) {
        Order order = lock(id);
        if (!order.is(OrderStatus.PLACED)) {
            return;
        }
        order.expire();
        giveUpPlace(order);
        inventory.release(order.location(), order.stock(), order.stockCause());
        coupons.giveBack(id);
        timeline.add(id, "expired", Timeline.SYSTEM, "Not paid in time; place and packs are free again.");
        messages.tell(order, MessageTemplate.ORDER_EXPIRED);
    }

    /**
     * Cash is not possible for this order; the customer is asked to pay online.
     *
     * @param reason from the decision, for people
     * @return the moments at which the payment process reminds and gives up
     */
    public Map<String, Object> requireOnlinePayment(OrderId id, String reason) {
        Order order = lock(id);
        Instant payBefore = payments.of(id)
                .map(PaymentView::expiresAt)
                .orElse(clock.instant().plus(business.settings().paymentExpiresAfter()));
        if (order.is(OrderStatus.PLACED) && order.paymentMethod() != PaymentMethod.ONLINE) {
            order.payOnline();
            payments.switchToOnline(id, payBefore);
            timeline.add(id, "cash-refused", Timeline.SYSTEM, "To be paid online: " + reason);
        }
        return process.paymentTimes(payBefore);
    }

    /** Something ran past its time. @param step what: packing, dispatch or delivery */
    public void reportDelay(OrderId id, String step) {
        Order order = lock(id);
        if (order.status().isEnd()) {
            return;
        }
        order.isLate();
        timeline.add(id, "late", Timeline.SYSTEM, "Running late: " + step + " is overdue.");
        messages.tell(order, MessageTemplate.ORDER_DELAYED);
    }

    /**
     * Money came after the order had ended. An expired order lives again if its packs, its coupon and a place in its
     * slot, or a later one, are still there.
     *
     * @return whether it does; if not, the money goes back
     */
    public boolean settleLateCapture(OrderId id) {
        Order order = lock(id);
        if (order.is(OrderStatus.PLACED) && !order.wasReinstated()) {
            throw Refusal.conflict(
                    "not-expired-yet",
                    "Order " + order.number() + " is about to expire; its late payment is settled then.");
        }
        if (!order.is(OrderStatus.EXPIRED)) {
            return !order.is(OrderStatus.CANCELLED) && !order.is(OrderStatus.RETURNED);
        }
        Optional<Hold> place =
                isPaid(id) && isInStock(order, order.handedOverFrom()) ? placeFor(order) : Optional.empty();
        if (place.isEmpty() || !takeEverything(order, place.get())) {
            timeline.add(
                    id,
                    "late-payment",
                    Timeline.SYSTEM,
                    "Paid too late, and no longer to be had: the money goes back.");
            return false;
        }
        process.reinstate(order);
        timeline.add(id, "reinstated", Timeline.SYSTEM, "Paid late, but everything is still there: the order goes on.");
        return true;
    }

    /** The process waits for somebody to pack it. */
    void startPreparing(OrderId id) {
        Order order = lock(id);
        if (order.is(OrderStatus.CONFIRMED)) {
            order.startPreparing();
            timeline.add(id, "preparing", Timeline.SYSTEM, "In preparation.");
        }
    }

    /** @throws Refusal CONFLICT when the order was cancelled meanwhile */
    public void pack(OrderId id, Staff by) {
        by.require(Role.PACKER);
        Order order = lock(id);
        order.pack();
        timeline.add(id, "packed", by.name(), "Packed and ready.");
    }

    /**
     * @param driver the name of who is on the way
     * @return whether they took it along: not when it is not packed, was called off, or went along before
     */
    public boolean dispatch(OrderId id, String driver) {
        Order order = lock(id);
        boolean isPacked = order.is(OrderStatus.READY) || order.is(OrderStatus.ATTEMPT_FAILED);
        if (isPacked) {
            order.dispatch();
            timeline.add(id, "dispatched", Timeline.SYSTEM, driver + " is on the way.");
            messages.outForDelivery(order, driver);
        }
        return isPacked;
    }

    /**
     * @param from the name of the driver who hands it over
     * @param to the name of the one who takes it over
     * @return whether they do: not when it is no longer on the way
     */
    public boolean changeDriver(OrderId id, String from, String to, Staff by) {
        by.require(Role.FOUNDER);
        Order order = lock(id);
        boolean isOnTheWay = order.is(OrderStatus.OUT_FOR_DELIVERY);
        if (isOnTheWay) {
            timeline.add(id, "handed-over", by.name(), from + " handed it over; " + to + " is on the way with it.");
        }
        return isOnTheWay;
    }

    /** Tells the customer that the driver is near, once. @param driver their name */
    public void driverIsNear(OrderId id, String driver, Instant expected) {
        Order order = lock(id);
        if (order.is(OrderStatus.OUT_FOR_DELIVERY)) {
            messages.driverNear(order, driver, expected);
        }
    }

    public void deliver(OrderId id, Staff by) {
        by.require(Role.DRIVER);
        Order order = lock(id);
        order.deliver();
        timeline.add(id, "delivered", by.name(), "Delivered.");
        messages.tell(order, MessageTemplate.DELIVERED);
        if (order.customer() != null) {
            events.publishEvent(new OrderDelivered(id, order.customer()));
        }
    }

    /** @param reason for people: "nobody was at home" */
    public void failAttempt(OrderId id, String reason, Staff by) {
        by.require(Role.DRIVER);
        Order order = lock(id);
        order.failAttempt();
        timeline.add(id, "attempt-failed", by.name(), "Could not be delivered: " + reason + ".");
    }

    /**
     * Books a place in a later slot for the next attempt. Asked again, it answers the same.
     *
     * @return the new slot, or nothing when no slot has a place or the packs do not outlive it
     */
    public Optional<Slot> moveToLaterSlot(OrderId id, int attempt) {
        Order order = lock(id);
        Instant from = order.slotStartsAt();
        if (from == null || order.customer() == null || !order.is(OrderStatus.ATTEMPT_FAILED)) {
            return Optional.empty();
        }
        Instant after = from.isAfter(clock.instant()) ? from : clock.instant();
        Optional<Hold> place = moveAfter(after, order, order.customer());
        place.ifPresent(hold -> {
            order.deliverIn(hold.slot(), hold.id());
            timeline.add(id, "retry", Timeline.SYSTEM, "Next attempt: " + messages.window(hold.slot()) + ".");
            messages.nextAttempt(order, attempt);
            events.publishEvent(new OrderAwaitsDelivery(id, hold.slot().id()));
        });
        return place.map(Hold::slot);
    }

    /** Asks the customer what to do after a failed attempt. @param reason for people */
    public void askCustomer(OrderId id, String reason, Instant before, int attempt) {
        Order order = lock(id);
        timeline.add(id, "customer-asked", Timeline.SYSTEM, "The customer was asked: come again, or money back?");
        messages.choice(order, reason, before, attempt);
    }

    /** @throws Refusal NOT_FOUND when the order is somebody else's */
    public void requireOwner(OrderId id, CustomerId customer) {
        if (!customer.equals(lock(id).customer())) {
            throw Refusal.notFound("order");
        }
    }

    /** It came back. @param sellable whether the packs can be sold again */
    public void comeBack(OrderId id, boolean sellable) {
        Order order = lock(id);
        if (!order.is(OrderStatus.ATTEMPT_FAILED)) {
            return;
        }
        order.comeBack();
        // What was not paid at the door and still comes is late, and goes back
        payments.cancel(id);
        giveUpPlace(order);
        if (sellable) {
            inventory.takeBack(order.location(), order.stock(), order.stockCause());
        }
        timeline.add(
                id,
                "returned",
                Timeline.SYSTEM,
                "Came back" + (sellable ? "; the packs are on the shelf again." : "."));
    }

    private boolean isPaid(OrderId id) {
        return payments.of(id)
                .filter(payment -> payment.state() == PaymentState.CAPTURED)
                .isPresent();
    }

    private boolean isInStock(Order order, Instant handedOverFrom) {
        var wanted = order.stock();
        var left = inventory.available(
                order.location(), wanted.stream().map(StockLine::variant).toList(), business.dayOf(handedOverFrom));
        return wanted.stream().allMatch(line -> left.getOrDefault(line.variant(), 0) >= line.quantity());
    }

    private Optional<Hold> placeFor(Order order) {
        if (order.customer() == null || order.slotStartsAt() == null) {
            return Optional.empty();
        }
        Load load = order.booking() == null ? loads.of(order.stock()) : slots.load(order.booking());
        return slots.bookFirstAfter(order.slotStartsAt().minusMillis(1), order.zone(), order.customer(), load)
                .filter(hold -> keepIf(isInStock(order, hold.slot().startsAt()), hold));
    }

    /** The place is booked; packs and coupon come after it, as everywhere. @return false when the coupon is another's by now */
    private boolean takeEverything(Order order, Hold place) {
        order.reinstate(place.slot(), place.id());
        inventory.reserve(order.location(), order.stock(), order.stockCause(), business.dayOf(order.handedOverFrom()));
        boolean isWhole = coupons.takeAgain(order.id());
        if (!isWhole) {
            order.expire();
            giveUpPlace(order);
            inventory.release(order.location(), order.stock(), order.stockCause());
        }
        return isWhole;
    }

    /** Gives a place back in which the packs would no longer be good. */
    private boolean keepIf(boolean good, Hold place) {
        if (!good) {
            slots.unbook(place.id());
        }
        return good;
    }

    /** It is baked and packed: another attempt takes a stop, but nothing of the kitchen, and the packs must be good. */
    private Optional<Hold> moveAfter(Instant moment, Order order, CustomerId customer) {
        HoldId booking = order.booking();
        return slots.firstAfter(moment, order.zone(), Load.STOP)
                .filter(slot -> inventory.outlives(order.stockCause(), business.dayOf(slot.startsAt())))
                .map(slot -> booking == null
                        ? slots.bookDirectly(slot.id(), customer, Load.STOP)
                        : slots.move(booking, slot.id(), customer, Load.STOP));
    }

    private void giveUpPlace(Order order) {
        if (order.booking() != null) {
            slots.unbook(order.booking());
        }
    }

    private Order lock(OrderId id) {
        return orders.lock(id.value()).orElseThrow(() -> Refusal.notFound("order"));
    }
}
