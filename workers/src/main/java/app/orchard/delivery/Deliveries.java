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
import app.orchard.staff.StaffAccounts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The attempts to bring an order to its door: who goes, when they left, how it ended. */
@Service
@Transactional
public class Deliveries {

    private record Attempt(int attempt, UUID driverId, String driver) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StaffAccounts staff;
    private final OrderSteps orders;
    private final Payments payments;
    private final CustomerChoices choices;
    private final Business business;
    private final Slots slots;

    Deliveries(
            JdbcClient jdbc,
            Clock clock,
            StaffAccounts staff,
            OrderSteps orders,
            Payments payments,
            CustomerChoices choices,
            Business business,
            Slots slots) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.staff = staff;
        this.orders = orders;
        this.payments = payments;
        this.choices = choices;
        this.business = business;
        this.slots = slots;
    }

    /** @throws Refusal INVALID {@code bad-driver}; FORBIDDEN but for founders */
    public void assign(OrderId order, String driverLogin, Staff by) {
        by.require(Role.FOUNDER);
        Staff driver = staff.byLogin(driverLogin)
                .filter(known -> known.is(Role.DRIVER))
                .orElseThrow(() -> Refusal.invalid("bad-driver", "Please choose one of the drivers."));
        jdbc.sql("""
                insert into delivery_attempt (order_id, attempt, driver_id, assigned_at)
                select ?, coalesce(max(attempt), 0) + 1, ?, ? from delivery_attempt where order_id = ?""")
                .params(order.value(), driver.id(), Timestamp.from(clock.instant()), order.value())
                .update();
    }

    /** The driver takes it along. Again: changes nothing. */
    public void dispatch(OrderId order) {
        Attempt attempt = open(order)
                .orElseThrow(() -> Refusal.conflict("no-driver", "Nobody was assigned to bring this order."));
        jdbc.sql("""
                update delivery_attempt set dispatched_at = ?
                where order_id = ? and attempt = ? and dispatched_at is null""")
                .params(Timestamp.from(clock.instant()), order.value(), attempt.attempt())
                .update();
        orders.dispatch(order, attempt.driver());
    }

    /**
     * Handed over.
     *
     * @param collected cash; zero when nothing was to be collected
     * @throws Refusal INVALID {@code wrong-amount}; FORBIDDEN for another's stop
     */
    public int delivered(OrderId order, Money collected, String note, Staff by) {
        by.require(Role.DRIVER);
        int attempt = end(order, "DELIVERED", null, note, by);
        orders.deliver(order, by);
        if (due(order).isPositive() || collected.isPositive()) {
            payments.collectCash(order, collected, by);
        }
        return attempt;
    }

    /** @return which attempt it was, from 1 */
    public int failed(OrderId order, FailureReason reason, String note, Staff by) {
        by.require(Role.DRIVER);
        int attempt = end(order, "FAILED", reason, note, by);
        orders.failAttempt(order, reason.sentence(), by);
        return attempt;
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

    private int end(OrderId order, String outcome, @Nullable FailureReason reason, String note, Staff by) {
        Attempt attempt = open(order)
                .orElseThrow(() -> Refusal.conflict("not-on-the-way", "Nobody is on the way with this order."));
        if (!attempt.driverId().equals(by.id())) {
            by.require(Role.FOUNDER);
        }
        jdbc.sql("""
                update delivery_attempt set ended_at = :now, outcome = :outcome, reason = :reason, note = :note
                where order_id = :order and attempt = :attempt""")
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome)
                .param("reason", reason == null ? null : reason.wireName())
                .param("note", note)
                .param("order", order.value())
                .param("attempt", attempt.attempt())
                .update();
        return attempt.attempt();
    }

    private Optional<Attempt> open(OrderId order) {
        return jdbc.sql("""
                select d.attempt, d.driver_id, s.name as driver
                from delivery_attempt d join staff_account s on s.id = d.driver_id
                where d.order_id = ? and d.ended_at is null""").param(order.value()).query(Attempt.class).optional();
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
