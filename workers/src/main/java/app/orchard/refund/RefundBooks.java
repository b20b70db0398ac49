package app.orchard.refund;

import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.payment.Payments;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was asked for and what became of it. Whoever writes holds the lock of the order's payment, so that all wishes
 * of one order together never ask for more than came in.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RefundBooks {

    private static final Duration SETTLE_WITHIN = Duration.ofDays(1);

    private final RefundRequestRepository requests;
    private final Orders orders;
    private final Payments payments;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefundBooks(
            RefundRequestRepository requests,
            Orders orders,
            Payments payments,
            Timeline timeline,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.orders = orders;
        this.payments = payments;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever writes calls this first. */
    void lock(OrderId order) {
        payments.left(order);
    }

    /** What came in and nobody asked for yet. */
    Money left(OrderId order) {
        Money open = requests.findByOrderIdOrderByAskedAtAscIdAsc(order.value()).stream()
                .filter(request -> request.state().isOpen())
                .map(RefundRequest::due)
                .reduce(Money.ZERO, Money::plus);
        Money left = payments.of(order)
                .map(payment -> payment.captured().minus(payment.refunded()).minus(open))
                .orElse(Money.ZERO);
        return left.isPositive() ? left : Money.ZERO;
    }

    FrozenOrder frozen(OrderId order) {
        Map<Integer, Integer> before = new HashMap<>();
        boolean fee = false;
        for (RefundRequest request : requests.findByOrderIdOrderByAskedAtAscIdAsc(order.value())) {
            if (request.state() != RefundState.DECLINED) {
                request.items().forEach(item -> before.merge(item.position(), item.quantity(), Integer::sum));
                fee |= request.hasFee();
            }
        }
        return FrozenOrder.of(orders.get(order), before, fee);
    }

    /** Everything that is left of an order, in the parts that the policy gives back. */
    RefundPlan planned(RefundCause cause, RefundPolicy policy) {
        Money left = left(cause.order());
        if (cause.reason() == RefundReason.CAPTURED_LATE) {
            return RefundPlan.only(left);
        }
        FrozenOrder order = frozen(cause.order());
        Money fee = policy.feeBack() ? order.fee() : Money.ZERO;
        return RefundPlan.of(order.share(policy.goodsShare()), fee, Money.ZERO).atMost(left);
    }

    RefundRequest write(UUID id, RefundCause cause, RefundPlan plan, String by, boolean byFounder) {
        return requests.saveAndFlush(new RefundRequest(id, cause, plan, by, byFounder, clock.instant()));
    }

    Optional<RefundRequest> find(UUID id) {
        Optional<OrderId> order = jdbc.sql("select order_id from refund_request where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(OrderId::new);
        return order.flatMap(known -> {
            lock(known);
            return requests.findById(id);
        });
    }

    RefundRequest get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("refund"));
    }

    /** The refund that this process instance is about. */
    RefundRequest ofInstance(long instance) {
        UUID id = jdbc.sql("select id from refund_request where instance_key = ?")
                .param(instance)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("refund-unknown", "This refund is not known yet. Try again."));
        return get(id);
    }

    List<RefundRequestView> of(OrderId order) {
        return requests.findByOrderIdOrderByAskedAtAscIdAsc(order.value()).stream()
                .map(RefundRequest::asView)
                .toList();
    }

    /** From now on nobody else can have it. */
    void setAside(RefundRequest request) {
        requests.flush();
        payments.setAside(
                request.order(),
                request.getId(),
                request.due(),
                request.reason().sentence());
    }

    void tell(RefundRequest request, String kind, String actor, String sentence) {
        timeline.add(request.order(), kind, actor, sentence);
    }

    Instant settleBy() {
        return clock.instant().plus(SETTLE_WITHIN);
    }

    Instant now() {
        return clock.instant();
    }
}
