package app.orchard.refund;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving money back because the team says so. */
@Service
@Transactional
public class RefundRequests {

    private final RefundBooks books;
    private final RefundPolicies policies;
    private final RefundProcess process;

    RefundRequests(RefundBooks books, RefundPolicies policies, RefundProcess process) {
        this.books = books;
        this.policies = policies;
        this.process = process;
    }

    /**
     * Asks for it; the process decides whether the founder must approve, and sends it. The same wish again changes
     * nothing.
     *
     * @throws Refusal CONFLICT {@code refund-too-large} for more than came in or more packs than are left, INVALID
     *     {@code nothing-to-refund}; FORBIDDEN for drivers
     */
    public UUID request(OrderId order, RefundWish wish, Staff by) {
        by.require(Role.PACKER, Role.STALL);
        books.lock(order);
        if (books.find(wish.id()).isPresent()) {
            return wish.id();
        }
        RefundPlan plan = plan(order, wish);
        RefundCause cause = new RefundCause(order, wish.reason(), null, null, wish.note());
        RefundRequest request = books.write(wish.id(), cause, plan, by.name(), by.is(Role.FOUNDER));
        process.start(request);
        books.tell(
                request,
                "refund-asked",
                by.name(),
                "Asked to give back " + plan.amount().format() + ": " + wish.note());
        return wish.id();
    }

    /** What it would come to, without doing anything. @throws Refusal as {@link #request} */
    @Transactional(readOnly = true)
    public RefundPreview preview(OrderId order, RefundWish wish, Staff by) {
        by.require(Role.PACKER, Role.STALL);
        Money amount = plan(order, wish).amount();
        RefundPolicy policy = policies.of(new RefundCause(order, wish.reason(), null, null, wish.note()));
        return new RefundPreview(amount, policy.needsApproval(amount) && !by.is(Role.FOUNDER), policy.reason());
    }

    @Transactional(readOnly = true)
    public RefundOffer offer(OrderId order, Staff by) {
        by.require(Role.PACKER, Role.STALL);
        FrozenOrder frozen = books.frozen(order);
        List<RefundOffer.Line> lines = IntStream.range(0, frozen.lines().size())
                .mapToObj(position -> new RefundOffer.Line(
                        position, frozen.lines().get(position).title(), frozen.left(position)))
                .toList();
        return new RefundOffer(books.left(order), lines, frozen.fee());
    }

    private RefundPlan plan(OrderId order, RefundWish wish) {
        Money left = books.left(order);
        FrozenOrder frozen = books.frozen(order);
        RefundPlan plan =
                RefundPlan.of(frozen.packs(wish.packs()), wish.fee() ? frozen.fee() : Money.ZERO, wish.goodwill());
        if (!plan.amount().isPositive()) {
            throw Refusal.invalid("nothing-to-refund", "Please say what is to be given back.");
        }
        if (plan.amount().compareTo(left) > 0) {
            throw Refusal.conflict(
                            "refund-too-large",
                            "Only " + left.format() + " of what was paid is left to give back, not "
                                    + plan.amount().format() + ".")
                    .with("left", left.minor());
        }
        return plan;
    }

    /** Of an order, oldest first. */
    @Transactional(readOnly = true)
    public List<RefundRequestView> of(OrderId order) {
        return books.of(order);
    }
}
