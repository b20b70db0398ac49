package app.orchard.settlement;

import app.orchard.payment.CashCollected;
import app.orchard.payment.CashGivenBack;
import app.orchard.shared.Changes;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who carries which cash of the business. It is collected at a door or the stall, and handed over to somebody else, who
 * counts it. Everybody sees what they carry themselves; founders see all.
 */
@Service
@Transactional
public class CashCustody {

    /** Announced when somebody carries more or less than before. */
    public static final String TOPIC = "cash";

    private final CashLedger ledger;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CashCustody(CashLedger ledger, Changes changes, ApplicationEventPublisher events, Clock clock) {
        this.ledger = ledger;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CashCollected cash) {
        record("collected:" + cash.order(), "COLLECTED", cash.by(), cash.order(), cash.amount());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CashGivenBack cash) {
        Money less = Money.ZERO.minus(cash.amount());
        record("given-back:" + cash.refund(), "GIVEN_BACK", cash.by(), cash.order(), less);
    }

    /** What this person carries. */
    @Transactional(readOnly = true)
    public Money carriedBy(Staff me) {
        return ledger.carried(me.id());
    }

    /** @throws Refusal FORBIDDEN for another's, but for founders */
    @Transactional(readOnly = true)
    public List<CashItem> items(UUID holder, Staff by) {
        if (!holder.equals(by.id())) {
            by.require(Role.FOUNDER);
        }
        return ledger.items(holder);
    }

    /** Who has carried cash for the longest time comes first. */
    @Transactional(readOnly = true)
    public List<CashHolder> holders(Staff by) {
        by.require(Role.FOUNDER);
        return ledger.holders();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Handover> handovers(int limit, Staff by) {
        by.require(Role.FOUNDER);
        return ledger.handovers(limit);
    }

    /**
     * Somebody gives all they carry to the one who counts it now. A founder or somebody at the stall counts; a founder's
     * own cash is counted by anybody else. Repeated with its key: changes nothing.
     *
     * @throws Refusal FORBIDDEN for one's own cash, and for who may not count; CONFLICT {@code cash-changed} when they carry
     *     another sum by now, or {@code request-key-reused} for another count; INVALID {@code note-missing} when the count differs and nothing is said about it
     */
    public Handover handOver(Count count, Staff by) {
        if (count.from().equals(by.id())) {
            throw Refusal.forbidden("Somebody else has to count the cash that you carry.");
        }
        if (!ledger.isFounder(count.from())) {
            by.require(Role.FOUNDER, Role.STALL);
        }
        ledger.lock(count.from());
        Optional<Handover> earlier = ledger.handover(count.requestKey());
        if (earlier.isPresent() && !ledger.isOf(count)) {
            throw Refusal.conflict(
                    "request-key-reused", "This idempotency key was used for another hand-over already.");
        }
        return earlier.orElseGet(() -> handOverNow(count, by));
    }

    private Handover handOverNow(Count count, Staff by) {
        Money carried = ledger.carried(count.from());
        if (!carried.isPositive() || !carried.equals(count.expected())) {
            throw Refusal.conflict(
                    "cash-changed", "They carry " + carried.format() + " by now. Please look again and count anew.");
        }
        if (!count.counted().equals(carried) && count.note().isEmpty()) {
            throw Refusal.invalid(
                    "note-missing",
                    "You counted " + count.counted().format() + " instead of " + carried.format()
                            + ". Please write down why.");
        }
        Instant now = clock.instant();
        UUID id = TimeOrderedId.next();
        ledger.store(id, count, by, now);
        events.publishEvent(new CashHandedOver(id, count.from()));
        changes.announce(TOPIC);
        return ledger.handover(count.requestKey()).orElseThrow();
    }

    private void record(String cause, String kind, Staff by, @Nullable OrderId order, Money amount) {
        ledger.lock(by.id());
        ledger.move(cause, kind, by.id(), order, null, amount, Timestamp.from(clock.instant()));
        changes.announce(TOPIC);
    }
}
