package app.orchard.payment;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What one order owes. Changed only by who holds its row lock. */
@Entity
@Table(name = "payment")
class Payment implements Persistable<UUID> {

    /** A payment that failed or was given up can still bring money for three days, says the gateway. */
    private static final Duration LATE_MONEY = Duration.ofDays(4);

    private static final Duration ASKING = Duration.ofSeconds(25);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** What a capture means for the order. */
    enum Arrival {
        IN_TIME,
        LATE,
        /** Only a part of what is owed, while the rest can still come. */
        PART,
        /** More than is owed: it was paid already. */
        SURPLUS
    }

    @Id
    private UUID orderId;

    private @Nullable UUID customerId;
    private String orderNumber;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Enumerated(EnumType.STRING)
    private PaymentState state = PaymentState.CREATED;

    private Money amount;
    private Money captured = Money.ZERO;
    private Money refunded = Money.ZERO;
    private @Nullable String gatewayOrderId;
    private @Nullable Instant askedAt;
    private @Nullable Instant askingUntil;
    private @Nullable Instant expiresAt;
    private @Nullable Instant checkDueAt;
    private int checks;
    private @Nullable String failure;
    private Instant createdAt;

    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(NewPayment owed, Instant now) {
        orderId = owed.order().value();
        customerId = owed.customer() == null ? null : owed.customer().value();
        orderNumber = owed.orderNumber();
        method = owed.method();
        amount = owed.amount();
        expiresAt = owed.expiresAt();
        createdAt = now;
        fresh = true;
    }

    @Override
    public UUID getId() {
        return orderId;
    }

    /** Known without asking the database. */
    @Override
    public boolean isNew() {
        return fresh;
    }

    /**
     * Reserves the right to ask the gateway for an order, so that two workers never ask at once.
     *
     * @return whether it was asked before, perhaps without an answer
     */
    boolean startAsking(Instant now) {
        if (askingUntil != null && askingUntil.isAfter(now)) {
            throw Refusal.unavailable(
                    "payment-being-requested", "Payment of order " + orderNumber + " is being requested right now.");
        }
        boolean before = askedAt != null;
        askedAt = now;
        askingUntil = now.plus(ASKING);
        checkDueAt = askingUntil;
        return before;
    }

    void requested(String gatewayOrderId, Instant nextCheck) {
        askingUntil = null;
        if (state.canBecome(PaymentState.PENDING)) {
            state = PaymentState.PENDING;
        }
        this.gatewayOrderId = gatewayOrderId;
        failure = null;
        checkDueAt = nextCheck;
    }

    /** What is to be paid in cash is still to be paid in cash. */
    void refusedByGateway(String why, Instant nextCheck) {
        if (method == PaymentMethod.ONLINE) {
            notRequested(PaymentState.FAILED, why, nextCheck);
            return;
        }
        askingUntil = null;
        if (state != PaymentState.CAPTURED && !state.hasEnded() && gatewayOrderId == null) {
            state = PaymentState.CREATED;
            failure = why;
        }
        checkDueAt = nextCheck;
    }

    /** The customer is shown the gateway's order anew, perhaps days after the first time. */
    void shownAgain(Instant now, Instant nextCheck) {
        askedAt = now;
        checks = 0;
        checkDueAt = nextCheck;
    }

    /** @param state FAILED, ERRORED or UNKNOWN */
    void notRequested(PaymentState state, String why, Instant nextCheck) {
        askingUntil = null;
        if (this.state.canBecome(state)) {
            this.state = state;
            failure = why;
        }
        checkDueAt = state == PaymentState.FAILED ? null : nextCheck;
    }

    Arrival capture(Money money) {
        boolean wasPaid = state == PaymentState.CAPTURED;
        boolean late = state.hasEnded();
        captured = captured.plus(money);
        if (wasPaid) {
            return Arrival.SURPLUS;
        }
        if (captured.compareTo(amount) < 0) {
            return late ? Arrival.LATE : Arrival.PART;
        }
        become(PaymentState.CAPTURED);
        checkDueAt = null;
        return late ? Arrival.LATE : Arrival.IN_TIME;
    }

    /** In person. What the gateway was asked for can still be paid there as well. */
    void collect(Money money) {
        Instant nextCheck = gatewayOrderId == null ? null : checkDueAt;
        capture(money);
        checkDueAt = nextCheck;
    }

    /** Payments in person only: what is collected settles the order. */
    void switchToOnline(Instant expiresAt) {
        if (method == PaymentMethod.ONLINE) {
            return;
        }
        if (state != PaymentState.CREATED) {
            throw Refusal.conflict("payment-over", "Order " + orderNumber + " is no longer to be paid.");
        }
        method = PaymentMethod.ONLINE;
        this.expiresAt = expiresAt;
    }

    void expire() {
        become(PaymentState.EXPIRED);
        askingUntil = null;
    }

    void cancel() {
        become(PaymentState.CANCELLED);
        askingUntil = null;
    }

    /** Sets money aside to go back. */
    void refund(Money money) {
        if (money.compareTo(retained()) > 0) {
            throw Refusal.conflict(
                    "refund-too-large",
                    "Only " + retained().format() + " of order " + orderNumber + " is left to refund.");
        }
        refunded = refunded.plus(money);
    }

    /** It could not go back and is ours again. */
    void keep(Money money) {
        refunded = refunded.minus(money);
    }

    /**
     * Asked the gateway again without news: the pauses grow until no money can come any more.
     *
     * @param paidThere the gateway's order is paid, and takes nothing more
     */
    void checked(Instant now, Duration firstPause, boolean paidThere) {
        boolean isSettled = state == PaymentState.CAPTURED && (paidThere || gatewayOrderId == null);
        if (isSettled || state == PaymentState.FAILED) {
            checkDueAt = null;
            return;
        }
        checks++;
        Duration pause = firstPause.multipliedBy(1L << Math.min(checks - 1, 12));
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        checkDueAt = next.isAfter(lastWanted().plus(LATE_MONEY)) ? null : next;
    }

    /** An order for next week is asked for at its door, long after it was placed. */
    private Instant lastWanted() {
        return later(later(createdAt, expiresAt), askedAt);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    /** The money is authorised; if it is not captured by then, ask. */
    void expectCapture(Instant by) {
        if (state == PaymentState.PENDING && (checkDueAt == null || by.isBefore(checkDueAt))) {
            checkDueAt = by;
        }
    }

    void checkAt(Instant at) {
        checkDueAt = at;
    }

    private void become(PaymentState next) {
        if (!state.canBecome(next)) {
            throw Refusal.conflict(
                    "payment-over", "The payment of order " + orderNumber + " is " + state + " and stays so.");
        }
        state = next;
    }

    Money retained() {
        return captured.minus(refunded);
    }

    Money due() {
        return amount.minus(captured);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    Optional<CustomerId> customer() {
        return Optional.ofNullable(customerId).map(CustomerId::new);
    }

    String orderNumber() {
        return orderNumber;
    }

    PaymentMethod method() {
        return method;
    }

    PaymentState state() {
        return state;
    }

    Money amount() {
        return amount;
    }

    Money captured() {
        return captured;
    }

    Optional<String> gatewayOrderId() {
        return Optional.ofNullable(gatewayOrderId);
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    boolean wasAsked() {
        return askedAt != null;
    }
}
