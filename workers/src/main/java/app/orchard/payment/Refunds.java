package app.orchard.payment;

import app.orchard.payment.RefundProgress.State;
import app.orchard.payment.razorpay.GatewayRefund;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
            JdbcClient jdbc,
            Clock clock) {
        this.payments = payments;
        this.captures = captures;
        this.refunds = refunds;
        this.notices = notices;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps as much of the money as is left from going anywhere else, capture by capture, the oldest first. Again:
     * changes nothing.
     */
    void setAside(Payment payment, UUID request, Money amount, String reason) {
        if (refunds.existsByRequestId(request)) {
            return;
        }
        Money left = amount;
        for (Capture capture : capturesOf(payment)) {
            Money part = left.atMost(capture.retained());
            if (part.isPositive()) {
                add(payment, capture, request, part, reason);
                left = left.minus(part);
            }
        }
    }

    private Refund add(Payment payment, Capture capture, UUID request, Money amount, String reason) {
        payment.refund(amount);
        capture.refund(amount);
        String key = request + "-" + refunds.countByRequestId(request);
        return refunds.saveAndFlush(Refund.requested(key, request, capture, amount, reason, clock.instant()));
    }

    /** Somebody gave it to the customer: what was collected in person, and what the gateway would not send. */
    void paidByHand(Payment payment, UUID request, HandPayment how, Staff by) {
        List<Refund> paid = new ArrayList<>(replaceStuck(payment, request));
        piecesOf(request).stream().filter(Refund::isToBePaidByHand).forEach(paid::add);
        for (Refund refund : paid) {
            refund.paidByHand(how, by.login());
            events.publishEvent(new PaymentRefunded(payment.order(), refund.amount()));
            if (how.way() == RefundWay.CASH) {
                events.publishEvent(new CashGivenBack(payment.order(), refund.getId(), refund.amount(), by));
            }
            notices.refunded(payment, refund.amount(), refund.getId());
        }
    }

    /** What the gateway would not send is sent anew, under a new key. */
    List<Refund> replaceStuck(Payment payment, UUID request) {
        List<Refund> anew = new ArrayList<>();
        for (Refund stuck : piecesOf(request).stream().filter(Refund::isStuck).toList()) {
            Capture capture = captures.findById(stuck.captureId()).orElseThrow();
            stuck.replace();
            Money amount = stuck.amount().atMost(capture.retained());
            if (amount.isPositive()) {
                anew.add(add(payment, capture, request, amount, stuck.reason()));
            }
        }
        return anew;
    }

    RefundProgress progress(OrderId order, UUID request) {
        payments.lock(order.value());
        List<Refund> pieces = piecesOf(request);
        Money sent = pieces.stream()
                .filter(refund -> refund.state() == RefundState.DONE || refund.state() == RefundState.ACCEPTED)
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
        Optional<Refund> stuck = pieces.stream().filter(Refund::isStuck).findFirst();
        if (stuck.isPresent()) {
            return new RefundProgress(
                    State.FAILED, sent, null, stuck.flatMap(Refund::failure).orElse("The gateway refused."));
        }
        if (pieces.stream().anyMatch(Refund::isToBePaidByHand)) {
            return new RefundProgress(State.BY_HAND, sent, null, "");
        }
        Optional<Instant> next =
                pieces.stream().flatMap(refund -> refund.dueAt().stream()).min(Instant::compareTo);
        return new RefundProgress(next.isPresent() ? State.WAITING : State.DONE, sent, next.orElse(null), "");
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

    /** News that came without our asking. */
    void hear(GatewayRefund seen) {
        Optional<String> key = keyOf(seen);
        Optional<RefundState> before = key.flatMap(this::stateOf);
        record(seen);
        key.flatMap(refunds::findById)
                .filter(refund -> !refund.isOpen()
                        && before.filter(refund.state()::equals).isEmpty())
                .ifPresent(refund -> refund.request()
                        .ifPresent(request -> events.publishEvent(new RefundAnswered(
                                refund.order(), request, refund.getId(), refund.state() == RefundState.FAILED))));
    }

    private Optional<RefundState> stateOf(String key) {
        return jdbc.sql("select state from payment_refund where key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .map(RefundState::valueOf);
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
    List<String> dueOf(UUID request) {
        return jdbc.sql("select key from payment_refund where request_id = ? and due_at <= ? order by key")
                .params(request, Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }

    private List<Refund> piecesOf(UUID request) {
        return refunds.findByRequestIdOrderByRequestedAtAscKeyAsc(request);
    }

    /** First what goes back without anybody's hands. */
    private List<Capture> capturesOf(Payment payment) {
        return captures.findByOrderIdOrderByCapturedAtAsc(payment.order().value()).stream()
                .sorted(Comparator.comparing(capture -> !capture.isThroughGateway()))
                .toList();
    }
}
