package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
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

/** Money of one capture that goes back once, under a key made of the occasion. */
@Entity
@Table(name = "payment_refund")
class Refund implements Persistable<String> {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Id
    private String key;

    private UUID orderId;
    private String captureId;
    private Money amount;
    private @Nullable UUID requestId;
    private String reason;

    @Enumerated(EnumType.STRING)
    private RefundWay way;

    private @Nullable String reference;
    private @Nullable String paidBy;

    @Enumerated(EnumType.STRING)
    private RefundState state;

    private @Nullable String gatewayRefundId;
    private @Nullable String failure;
    private boolean replaced;
    private @Nullable Instant dueAt;
    private int tries;
    private Instant requestedAt;

    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    private Refund(
            String key, Capture capture, Money amount, String reason, RefundState state, RefundWay way, Instant now) {
        this.key = key;
        this.orderId = capture.order().value();
        this.captureId = capture.getId();
        this.amount = amount;
        this.reason = reason;
        this.state = state;
        this.way = way;
        this.requestedAt = now;
        this.fresh = true;
    }

    /** What came through the gateway goes back through it; what was collected in person waits for a person. */
    static Refund requested(String key, UUID request, Capture capture, Money amount, String reason, Instant now) {
        RefundWay way = capture.isThroughGateway() ? RefundWay.GATEWAY : RefundWay.HAND;
        var refund = new Refund(key, capture, amount, reason, RefundState.REQUESTED, way, now);
        refund.requestId = request;
        refund.dueAt = capture.isThroughGateway() ? now : null;
        return refund;
    }

    /** Made by somebody else at the gateway: only recorded. */
    static Refund foreign(
            String key, Capture capture, Money amount, String reason, String gatewayRefundId, Instant now) {
        var refund = new Refund(key, capture, amount, reason, RefundState.DONE, RefundWay.GATEWAY, now);
        refund.gatewayRefundId = gatewayRefundId;
        return refund;
    }

    boolean isToBePaidByHand() {
        return way == RefundWay.HAND && state == RefundState.REQUESTED;
    }

    void paidByHand(HandPayment payment, String by) {
        way = payment.way();
        reference = payment.reference();
        paidBy = by;
        state = RefundState.DONE;
        failure = null;
        dueAt = null;
    }

    /** The gateway gave it up and nothing was done about it yet. */
    boolean isStuck() {
        return state == RefundState.FAILED && !replaced;
    }

    void replace() {
        replaced = true;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    boolean wasTried() {
        return tries > 0;
    }

    /** Nobody else tries for that long. */
    void trying(Instant until) {
        tries++;
        dueAt = until;
    }

    /** @return true when the gateway had not taken it before */
    boolean taken(String gatewayRefundId, boolean processed, Instant nextLook) {
        boolean news = state == RefundState.REQUESTED || state == RefundState.UNKNOWN;
        this.gatewayRefundId = gatewayRefundId;
        failure = null;
        state = processed ? RefundState.DONE : RefundState.ACCEPTED;
        dueAt = processed ? null : nextLook;
        return news;
    }

    void again(RefundState state, String why, Instant now) {
        this.state = state;
        failure = why;
        Duration pause = Duration.ofSeconds(1L << Math.min(tries, 12));
        dueAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    void lookLater(Instant at) {
        dueAt = at;
    }

    void fail(String why) {
        state = RefundState.FAILED;
        failure = why;
        dueAt = null;
    }

    boolean isOpen() {
        return state != RefundState.DONE && state != RefundState.FAILED;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<UUID> request() {
        return Optional.ofNullable(requestId);
    }

    String reason() {
        return reason;
    }

    boolean isUnsent() {
        return state == RefundState.REQUESTED || state == RefundState.UNKNOWN;
    }

    RefundState state() {
        return state;
    }

    Money amount() {
        return amount;
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    String captureId() {
        return captureId;
    }

    @Override
    public String getId() {
        return key;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
