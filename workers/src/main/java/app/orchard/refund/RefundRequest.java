package app.orchard.refund;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One occasion on which money goes back. Changed only by who holds the lock of the order's payment. */
@Entity
@Table(name = "refund_request")
class RefundRequest implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private RefundReason reason;

    private @Nullable String stage;
    private @Nullable String fault;
    private String note;
    private String policy;
    private Money fee;
    private Money other;
    private Money amount;
    private @Nullable Money granted;

    @Enumerated(EnumType.STRING)
    private RefundState state = RefundState.ASKED;

    private String askedBy;
    private boolean byFounder;
    private Instant askedAt;
    private @Nullable String decidedBy;
    private @Nullable String decision;

    @Column(name = "instance_key")
    private @Nullable Long instance;

    private @Nullable Instant settleBy;
    private @Nullable Instant settledAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "refund_line", joinColumns = @JoinColumn(name = "request_id"))
    private List<RefundItem> items = new ArrayList<>();

    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected RefundRequest() {}

    /** @param askedBy a name, and whether the founder asked, who then need not approve */
    RefundRequest(UUID id, RefundCause cause, RefundPlan plan, String askedBy, boolean byFounder, Instant now) {
        this.id = id;
        this.orderId = cause.order().value();
        this.reason = cause.reason();
        this.stage = cause.stage();
        this.fault = cause.fault();
        this.note = cause.note();
        this.policy = "";
        this.fee = plan.fee();
        this.other = plan.other();
        this.amount = plan.amount();
        this.items.addAll(plan.items());
        this.askedBy = askedBy;
        this.byFounder = byFounder;
        this.askedAt = now;
        this.fresh = true;
    }

    /** The process knows the policy. @return whether this is news */
    boolean decideBy(RefundPolicy applied, long instance, Instant settleBy, Instant now) {
        this.instance = instance;
        if (state != RefundState.ASKED) {
            return false;
        }
        policy = applied.reason();
        this.settleBy = settleBy;
        if (amount.isZero()) {
            turnInto(RefundState.NOTHING_DUE);
            settledAt = now;
        } else {
            turnInto(applied.needsApproval(amount) && !byFounder ? RefundState.TO_BE_APPROVED : RefundState.SENDING);
        }
        return true;
    }

    /** The founder agrees, perhaps to another amount. */
    void approve(Money granted, String by) {
        turnInto(RefundState.SENDING);
        this.granted = granted;
        decidedBy = by;
        decision = granted.equals(amount)
                ? "Approved."
                : "Approved with " + granted.format() + " instead of " + amount.format() + ".";
    }

    void decline(String why, String by, Instant now) {
        turnInto(RefundState.DECLINED);
        decidedBy = by;
        decision = why;
        settledAt = now;
    }

    /** @return whether this is news */
    boolean settle(Instant now) {
        if (state == RefundState.DONE) {
            return false;
        }
        turnInto(RefundState.DONE);
        settledAt = now;
        return true;
    }

    /** The bank gave back what had been sent. */
    void reopen(Instant settleBy) {
        turnInto(RefundState.SENDING);
        settledAt = null;
        this.settleBy = settleBy;
    }

    void servedBy(long instance) {
        this.instance = instance;
    }

    private void turnInto(RefundState next) {
        if (!state.canTurnInto(next)) {
            throw Refusal.conflict(
                    "refund-over",
                    "This refund is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " already.");
        }
        state = next;
    }

    /** What goes back if nothing intervenes. */
    Money due() {
        return Objects.requireNonNullElse(granted, amount);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    RefundReason reason() {
        return reason;
    }

    RefundState state() {
        return state;
    }

    boolean hasFee() {
        return fee.isPositive();
    }

    List<RefundItem> items() {
        return items;
    }

    @Nullable
    Instant settleBy() {
        return settleBy;
    }

    RefundRequestView asView() {
        return new RefundRequestView(
                id,
                order(),
                reason,
                note,
                policy,
                List.copyOf(items),
                fee,
                other,
                amount,
                due(),
                state,
                askedBy,
                askedAt,
                decidedBy,
                decision,
                settleBy,
                settledAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
