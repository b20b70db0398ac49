package app.orchard.delivery;

import app.orchard.order.OrderSteps;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The attempts to bring an order to its door: who went, and how it ended. */
@Service
@Transactional
public class Deliveries {

    private record Attempt(int attempt, UUID driverId) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tours tours;
    private final Proofs proofs;
    private final OrderSteps orders;
    private final Payments payments;
    private final CustomerChoices choices;
    private final Business business;
    private final Slots slots;

    Deliveries(
            JdbcClient jdbc,
            Clock clock,
            Tours tours,
            Proofs proofs,
            OrderSteps orders,
            Payments payments,
            CustomerChoices choices,
            Business business,
            Slots slots) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tours = tours;
        this.proofs = proofs;
        this.orders = orders;
        this.payments = payments;
        this.choices = choices;
        this.business = business;
        this.slots = slots;
    }

    /**
     * Handed over.
     *
     * @return which attempt it was, from 1
     * @throws Refusal INVALID {@code wrong-amount}, or without the proof that the policy asks for; FORBIDDEN for another's
     *     stop
     */
    public int delivered(OrderId order, Handover handover, Staff by) {
        by.require(Role.DRIVER);
        int attempt = attemptOf(order, by);
        Money collected = handover.collected();
        proofs.require(order, handover, by);
        orders.deliver(order, by);
        end(order, attempt, "DELIVERED", null, handover.note(), by);
        if (due(order).isPositive() || collected.isPositive()) {
            payments.collectCash(order, collected, by);
        }
        tours.ended(order, StopState.DELIVERED, collected);
        return attempt;
    }

    /**
     * Not handed over.
     *
     * @return which attempt it was, from 1
     * @throws Refusal INVALID without the evidence that the policy asks for; FORBIDDEN for another's stop
     */
    public int failed(OrderId order, Failure failure, Staff by) {
        by.require(Role.DRIVER);
        int attempt = attemptOf(order, by);
        FailureReason reason = failure.reason();
        proofs.require(order, attempt, failure, by);
        orders.failAttempt(order, reason.sentence(), by);
        end(order, attempt, "FAILED", reason, failure.note(), by);
        tours.ended(order, StopState.FAILED, Money.ZERO);
        return attempt;
    }

    /** @throws Refusal CONFLICT {@code not-on-the-way}; FORBIDDEN for another's stop */
    @Transactional(readOnly = true)
    void requireOnTheWay(OrderId order, Staff by) {
        attemptOf(order, by);
    }

    /** What is still to be paid at the door. */
    @Transactional(readOnly = true)
    public Money due(OrderId order) {
        return payments.of(order)
                .filter(payment -> payment.captured().isZero())
                .map(PaymentView::amount)
                .orElse(Money.ZERO);
    }

    /** Asks the customer whether to come again or to give up. @return until when they can choose */
    Instant askCustomer(OrderId order) {
        FailureReason reason = lastReason(order);
        Instant dueAt = clock.instant().plus(business.settings().customerChoiceWithin());
        Instant stored = choices.ask(order, attempts(order), dueAt);
        orders.askCustomer(order, reason.sentence(), stored, attempts(order));
        return stored;
    }

    /** @throws Refusal CONFLICT {@code nothing-to-choose}, NOT_FOUND for another's order */
    public void choose(OrderId order, CustomerId customer, boolean again) {
        orders.requireOwner(order, customer);
        choices.choose(order, again);
    }

    /** Asked again for the same attempt, it answers the same. */
    Optional<Slot> bookRetry(OrderId order) {
        int attempt = attempts(order);
        Optional<Slot> booked = jdbc.sql("""
                select retry_slot_id from delivery_attempt
                where order_id = ? and attempt = ? and retry_slot_id is not null""")
                .params(order.value(), attempt)
                .query(UUID.class)
                .optional()
                .map(slots::get);
        return booked.or(() -> bookNewRetry(order, attempt));
    }

    private Optional<Slot> bookNewRetry(OrderId order, int attempt) {
        Optional<Slot> slot = orders.moveToLaterSlot(order, attempt);
        slot.ifPresent(
                next -> jdbc.sql("update delivery_attempt set retry_slot_id = ? where order_id = ? and attempt = ?")
                        .params(next.id(), order.value(), attempt)
                        .update());
        return slot;
    }

    void comeBack(OrderId order) {
        orders.comeBack(order, lastReason(order).isSellable());
    }

    private int attemptOf(OrderId order, Staff by) {
        Attempt attempt = jdbc.sql(
                        "select attempt, driver_id from delivery_attempt where order_id = ? and ended_at is null")
                .param(order.value())
                .query(Attempt.class)
                .optional()
                .orElseThrow(Deliveries::notOnTheWay);
        if (!attempt.driverId().equals(by.id())) {
            by.require(Role.FOUNDER);
        }
        return attempt.attempt();
    }

    /** The order is locked. It can have gone to another driver since it was looked whose it is. */
    private void end(
            OrderId order, int attempt, String outcome, @Nullable FailureReason reason, String note, Staff by) {
        int ended = jdbc.sql("""
                update delivery_attempt set ended_at = :now, outcome = :outcome, reason = :reason, note = :note
                where order_id = :order and attempt = :attempt and ended_at is null
                  and (driver_id = :by or :founder)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome)
                .param("reason", reason == null ? null : reason.wireName())
                .param("note", note)
                .param("by", by.id())
                .param("founder", by.is(Role.FOUNDER))
                .param("order", order.value())
                .param("attempt", attempt)
                .update();
        if (ended == 0) {
            throw notOnTheWay();
        }
    }

    private static Refusal notOnTheWay() {
        return Refusal.conflict("not-on-the-way", "Nobody is on the way with this order.");
    }

    private int attempts(OrderId order) {
        return jdbc.sql("select count(*) from delivery_attempt where order_id = ?")
                .param(order.value())
                .query(Integer.class)
                .single();
    }

    private FailureReason lastReason(OrderId order) {
        return FailureReason.of(
                jdbc.sql("""
                select reason from delivery_attempt where order_id = ? and outcome = 'FAILED'
                order by attempt desc limit 1""").param(order.value()).query(String.class).single());
    }
}
