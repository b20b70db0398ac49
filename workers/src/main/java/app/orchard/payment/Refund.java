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
    private String reason;

    @Enumerated(EnumType.STRING)
    private RefundState state;

    private @Nullable String gatewayRefundId;
    private @Nullable String failure;
    private @Nullable Instant dueAt;
    private int tries;
    private Instant requestedAt;

    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    private Refund(String key, Capture capture, Money amount, String reason, RefundState state, Instant now) {
        this.key = key;
        this.orderId = capture.order().value();
        this.captureId = capture.getId();
        this.amount = amount;
        this.reason = reason;
        this.state = state;
        this.requestedAt = now;
        this.fresh = true;
    }

    static Refund requested(String key, Capture capture, Money amount, String reason, Instant now) {
        var refund = new Refund(key, capture, amount, reason, RefundState.REQUESTED, now);
        refund.dueAt = now;
        return refund;
    }

    /** Collected in person: somebody must give it back in person. */
    static Refund byHand(String key, Capture capture, Money amount, String reason, Instant now) {
        return new Refund(key, capture, amount, reason, RefundState.REQUESTED, now);
    }

    /** Made by somebody else at the gateway: only recorded. */
    static Refund foreign(
            String key, Capture capture, Money amount, String reason, String gatewayRefundId, Instant now) {
        var refund = new Refund(key, capture, amount, reason, RefundState.DONE, now);
        refund.gatewayRefundId = gatewayRefundId;
        return refund;
    }

    boolean isToBeHandedBack() {
        return state == RefundState.REQUESTED && dueAt == null;
    }

    void handedBack() {
        state = RefundState.DONE;
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
