package app.orchard.payment;

import app.orchard.payment.razorpay.Answer;
import app.orchard.payment.razorpay.GatewayPayment;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions around each question to the gateway. */
@Service
@Transactional
class PaymentBooks {

    private final PaymentRepository payments;
    private final CaptureRepository captures;
    private final PaymentNotices notices;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;
    private final Duration firstCheck;
    private final Clock clock;

    /** @param before it was asked already, perhaps without an answer */
    record Asking(Money amount, String receipt, boolean before) {}

    /** @param asked whether the gateway may know of it although we do not know its order */
    record Open(Optional<String> gatewayOrderId, String receipt, boolean asked) {}

    PaymentBooks(
            PaymentRepository payments,
            CaptureRepository captures,
            PaymentNotices notices,
            Settlement settlement,
            ApplicationEventPublisher events,
            @Value("${orchard.razorpay.check-after:90s}") Duration firstCheck,
            Clock clock) {
        this.payments = payments;
        this.captures = captures;
        this.notices = notices;
        this.settlement = settlement;
        this.events = events;
        this.firstCheck = firstCheck;
        this.clock = clock;
    }

    /** Empty when the gateway expects the money already, or nobody does any more. */
    Optional<Asking> startAsking(OrderId order) {
        return startAsking(order, PaymentMethod.ONLINE);
    }

    /** The same for an order that was to be paid in cash, and is not paid yet. */
    Optional<Asking> startAskingAtTheDoor(OrderId order) {
        return startAsking(order, PaymentMethod.CASH);
    }

    private Optional<Asking> startAsking(OrderId order, PaymentMethod method) {
        Payment payment = lock(order);
        boolean open = payment.method() == method
                && payment.state() != PaymentState.CAPTURED
                && !payment.state().hasEnded();
        if (open && payment.gatewayOrderId().isEmpty()) {
            return Optional.of(new Asking(payment.amount(), receipt(order), payment.startAsking(now())));
        }
        if (open && method == PaymentMethod.CASH) {
            payment.shownAgain(now(), now().plus(firstCheck));
        }
        return Optional.empty();
    }

    void requested(OrderId order, Answer<String> answer) {
        Payment payment = lock(order);
        Instant next = now().plus(firstCheck);
        switch (answer) {
            case Answer.Given<String>(String gatewayOrder) -> {
                payment.requested(gatewayOrder, next);
                if (payment.state() == PaymentState.PENDING) {
                    notices.requested(payment);
                }
            }
            case Answer.Refused<String>(String why) -> payment.refusedByGateway(why, next);
            case Answer.NotAsked<String>(String why) -> payment.notRequested(PaymentState.ERRORED, why, next);
            case Answer.Unknown<String>(String why) -> payment.notRequested(PaymentState.UNKNOWN, why, next);
        }
    }

    void remind(OrderId order) {
        Payment payment = lock(order);
        if (payment.state() == PaymentState.PENDING) {
            notices.reminder(payment);
        }
    }

    /** The last attempt failed; the customer may try again. */
    void offerRetry(OrderId order, long occasion) {
        Payment payment = lock(order);
        if (payment.state() == PaymentState.PENDING) {
            notices.attemptFailed(payment, order + ":" + occasion);
        }
    }

    /** @return whether the money came in time */
    boolean expire(OrderId order) {
        Payment payment = lock(order);
        if (payment.state() == PaymentState.CAPTURED) {
            return captures.findByOrderIdOrderByCapturedAtAsc(order.value()).stream()
                    .noneMatch(Capture::isLate);
        }
        if (!payment.state().hasEnded()) {
            payment.expire();
            checked(payment);
            settlement.giveUp(payment);
            events.publishEvent(new PaymentExpired(order));
        }
        return false;
    }

    @Transactional(readOnly = true)
    Open open(OrderId order) {
        Payment payment = payments.findById(order.value()).orElseThrow(() -> Refusal.notFound("payment"));
        return new Open(payment.gatewayOrderId(), receipt(order), payment.wasAsked());
    }

    @Transactional(readOnly = true)
    boolean isAwaited(@Nullable String gatewayOrder) {
        return gatewayOrder != null
                && payments.findByGatewayOrderId(gatewayOrder)
                        .map(payment -> payment.state() == PaymentState.PENDING)
                        .orElse(false);
    }

    @Transactional(readOnly = true)
    boolean hasForeignRefunds(GatewayPayment seen) {
        return captures.findById(seen.id())
                .map(capture -> seen.refunded().compareTo(capture.refunded()) > 0)
                .orElse(false);
    }

    void checked(OrderId order) {
        checked(lock(order));
    }

    private void checked(Payment payment) {
        boolean paidThere = captures.findByOrderIdOrderByCapturedAtAsc(payment.getId()).stream()
                .anyMatch(Capture::isThroughGateway);
        payment.checked(now(), firstCheck, paidThere);
    }

    void checkSoon(OrderId order) {
        lock(order).checkAt(now());
    }

    private Payment lock(OrderId order) {
        return payments.lock(order.value()).orElseThrow(() -> Refusal.notFound("payment"));
    }

    /** What the gateway calls our reference: at most 40 characters, the same for ever. */
    private static String receipt(OrderId order) {
        return order.toString();
    }

    private Instant now() {
        return clock.instant();
    }
}
