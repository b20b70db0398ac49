package app.orchard.payment;

import app.orchard.payment.razorpay.GatewayRefund;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The books of what goes back. Whoever changes a refund holds the row lock of its payment. */
@Service
@Transactional
class Refunds {

    private static final Logger log = LoggerFactory.getLogger(Refunds.class);
    private static final Duration TRYING = Duration.ofSeconds(25);
    private static final Duration GATEWAY_WORKS = Duration.ofHours(1);

    private final PaymentRepository payments;
    private final CaptureRepository captures;
    private final RefundRepository refunds;
    private final PaymentNotices notices;
    private final ApplicationEventPublisher events;
    private final PaymentViews views;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What to ask the gateway. @param triedBefore look there first whether it went through */
    record Errand(String key, String captureId, Money amount, boolean triedBefore) {}

    Refunds(
            PaymentRepository payments,
            CaptureRepository captures,
            RefundRepository refunds,
            PaymentNotices notices,
            ApplicationEventPublisher events,
            PaymentViews views,
            JdbcClient jdbc,
            Clock clock) {
        this.payments = payments;
        this.captures = captures;
        this.refunds = refunds;
        this.notices = notices;
        this.events = events;
        this.views = views;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void requestRest(OrderId order, String reason) {
        requestRest(payments.lock(order.value()).orElseThrow(() -> Refusal.notFound("payment")), reason);
    }

    void requestRest(Payment payment, String reason) {
        for (Capture capture : capturesOf(payment)) {
            requestRest(payment, capture, reason);
        }
    }

    void requestRest(Payment payment, Capture capture, String reason) {
        if (capture.retained().isPositive()) {
            int before = refunds.findByCaptureId(capture.getId()).size();
            request(payment, capture, capture.retained(), reason, "rest-" + capture.getId() + "-" + before);
        }
    }

    /** @param occasion the same occasion counts once */
    void requestPart(Payment payment, Money amount, String reason, String occasion) {
        UUID name = UUID.nameUUIDFromBytes((payment.order() + "|" + occasion).getBytes(StandardCharsets.UTF_8));
        Money left = amount;
        for (Capture capture : capturesOf(payment)) {
            String key = "part-" + name + "-" + capture.getId();
            if (refunds.existsById(key)) {
                return;
            }
            Money part = left.compareTo(capture.retained()) < 0 ? left : capture.retained();
            if (part.isPositive()) {
                request(payment, capture, part, reason, key);
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            throw Refusal.conflict(
                    "refund-too-large",
                    "Order " + payment.orderNumber() + " has not enough left to refund " + amount.format() + ".");
        }
    }

    private void request(Payment payment, Capture capture, Money amount, String reason, String key) {
        payment.refund(amount);
        capture.refund(amount);
        refunds.saveAndFlush(
                capture.isThroughGateway()
                        ? Refund.requested(key, capture, amount, reason, clock.instant())
                        : Refund.byHand(key, capture, amount, reason, clock.instant()));
    }

    /** What was collected in person was given back in person. */
    void handedBack(Payment payment) {
        refunds.findByOrderIdOrderByRequestedAtAsc(payment.order().value()).stream()
                .filter(Refund::isToBeHandedBack)
                .forEach(refund -> {
                    refund.handedBack();
                    events.publishEvent(new PaymentRefunded(payment.order(), refund.amount()));
                });
    }

    /** Empty when there is nothing to do, or somebody else is at it. */
    Optional<Errand> start(String key) {
        Optional<Payment> payment = lockPaymentOf(key);
        return payment.flatMap(locked -> refunds.findById(key))
                .filter(refund -> refund.isDue(clock.instant()))
                .map(refund -> {
                    boolean before = refund.wasTried();
                    refund.trying(clock.instant().plus(TRYING));
                    return new Errand(key, refund.captureId(), refund.amount(), before);
                });
    }

    void tryAgain(String key, RefundState state, String why) {
        lockPaymentOf(key).flatMap(payment -> refunds.findById(key)).ifPresent(refund -> {
            if (refund.isUnsent()) {
                refund.again(state, why, clock.instant());
            } else if (refund.isOpen()) {
                refund.lookLater(clock.instant().plus(GATEWAY_WORKS));
            }
        });
    }

    void refused(String key, String why) {
        lockPaymentOf(key).ifPresent(payment -> refunds.findById(key).ifPresent(refund -> fail(payment, refund, why)));
    }

    /** The one way by which the gateway's news of a refund enter, whoever brings them. */
    void record(GatewayRefund seen) {
        Optional<String> known = keyOf(seen);
        if (known.isPresent()) {
            lockPaymentOf(known.get())
                    .ifPresent(payment ->
                            refunds.findById(known.get()).ifPresent(refund -> record(payment, refund, seen)));
        } else if (seen.state() != GatewayRefund.State.FAILED) {
            recordForeign(seen);
        }
    }

    private void record(Payment payment, Refund refund, GatewayRefund seen) {
        if (seen.state() == GatewayRefund.State.FAILED) {
            fail(payment, refund, "The gateway could not send it back.");
            return;
        }
        if (!refund.isOpen()) {
            return;
        }
        boolean processed = seen.state() == GatewayRefund.State.PROCESSED;
        if (refund.taken(seen.id(), processed, clock.instant().plus(GATEWAY_WORKS))) {
            events.publishEvent(new PaymentRefunded(payment.order(), refund.amount()));
            notices.refunded(payment, refund.amount(), refund.getId());
        }
    }

    /** Somebody sent money back from the gateway's dashboard. */
    private void recordForeign(GatewayRefund seen) {
        Optional<UUID> order = jdbc.sql("select order_id from payment_capture where id = ?")
                .param(seen.paymentId())
                .query(UUID.class)
                .optional();
        order.flatMap(payments::lock).ifPresent(payment -> {
            Capture capture = captures.findById(seen.paymentId()).orElseThrow();
            String key = "gateway-" + seen.id();
            if (refunds.existsById(key) || keyOf(seen).isPresent()) {
                return;
            }
            if (seen.amount().compareTo(capture.retained()) > 0) {
                log.error("The gateway refunded {} of {} twice; look at its dashboard", seen.id(), seen.paymentId());
                return;
            }
            payment.refund(seen.amount());
            capture.refund(seen.amount());
            refunds.saveAndFlush(
                    Refund.foreign(key, capture, seen.amount(), "Made at the gateway", seen.id(), clock.instant()));
            events.publishEvent(new PaymentRefunded(payment.order(), seen.amount()));
        });
    }

    private void fail(Payment payment, Refund refund, String why) {
        if (refund.state() != RefundState.FAILED) {
            log.warn("Refund {} of order {} failed: {}", refund.getId(), payment.order(), why);
            refund.fail(why);
            payment.keep(refund.amount());
            captures.findById(refund.captureId()).orElseThrow().keep(refund.amount());
        }
    }

    private Optional<String> keyOf(GatewayRefund seen) {
        return jdbc
                .sql("select key from payment_refund where key = ? or gateway_refund_id = ?")
                .params(seen.key(), seen.id())
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    /** The payment is locked before its refund is read, so nobody works on an old copy. */
    private Optional<Payment> lockPaymentOf(String key) {
        return jdbc.sql("select order_id from payment_refund where key = ?")
                .param(key)
                .query(UUID.class)
                .optional()
                .flatMap(payments::lock);
    }

    @Transactional(readOnly = true)
    List<String> dueOf(OrderId order) {
        return jdbc.sql("select key from payment_refund where order_id = ? and due_at <= ? order by requested_at, key")
                .params(order.value(), Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }

    /** One that the gateway has not taken; those given back by hand are nobody's hurry. */
    @Transactional(readOnly = true)
    Optional<RefundView> firstUnsent(OrderId order) {
        return views.unsentRefunds(order).stream().findFirst();
    }

    private List<Capture> capturesOf(Payment payment) {
        return captures.findByOrderIdOrderByCapturedAtAsc(payment.order().value());
    }
}
