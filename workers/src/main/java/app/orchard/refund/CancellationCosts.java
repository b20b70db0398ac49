package app.orchard.refund;

import app.orchard.order.CancellationStage;
import app.orchard.order.Cancellations;
import app.orchard.order.Fault;
import app.orchard.order.OrderCancelled;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What calling an order off costs: shown before, and kept to when it is done. */
@Service
@Transactional
public class CancellationCosts {

    private final Orders orders;
    private final Cancellations cancellations;
    private final RefundBooks books;
    private final RefundPolicies policies;

    CancellationCosts(Orders orders, Cancellations cancellations, RefundBooks books, RefundPolicies policies) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.books = books;
        this.policies = policies;
    }

    /** Nothing once it can no longer be called off. @throws Refusal NOT_FOUND, also for another's order */
    @Transactional(readOnly = true)
    public Optional<CancellationCost> forCustomer(OrderId order, CustomerId customer) {
        orders.get(order, customer);
        return cost(order, Fault.CUSTOMER, Fault.CUSTOMER);
    }

    /** @param fault at whose wish the team calls it off */
    @Transactional(readOnly = true)
    public Optional<CancellationCost> forStaff(OrderId order, Fault fault, Staff by) {
        by.require(Role.FOUNDER);
        return cost(order, Fault.SHOP, fault);
    }

    private Optional<CancellationCost> cost(OrderId order, Fault who, Fault fault) {
        return cancellations.stage(order, who).map(stage -> {
            RefundCause cause = cause(order, stage, fault);
            RefundPolicy policy = policies.of(cause);
            return new CancellationCost(
                    books.left(order), books.planned(cause, policy).amount(), policy.reason());
        });
    }

    private static RefundCause cause(OrderId order, CancellationStage stage, Fault fault) {
        RefundReason why = RefundReason.CANCELLED;
        return new RefundCause(order, why, stage.wireName(), fault.wireName(), why.sentence() + ".");
    }

    /** The promise is written down with the cancellation itself; the process keeps to it. */
    @EventListener
    void on(OrderCancelled cancelled) {
        books.lock(cancelled.order());
        RefundCause cause = cause(cancelled.order(), cancelled.stage(), cancelled.fault());
        RefundPlan plan = books.planned(cause, policies.of(cause));
        Money shown = cancelled.shown();
        if (shown != null && plan.amount().compareTo(shown) < 0) {
            throw Refusal.conflict(
                            "cost-changed",
                            "Only " + plan.amount().format() + " would go back now, not " + shown.format()
                                    + ". Please look again before you cancel.")
                    .with("back", plan.amount().minor());
        }
        boolean byFounder = cancelled.fault() == Fault.SHOP;
        books.write(RefundSteps.idOf(cause, 0), cause, plan, Timeline.SYSTEM, byFounder);
    }
}
