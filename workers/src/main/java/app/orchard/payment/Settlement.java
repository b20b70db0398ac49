package app.orchard.payment;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.payment.razorpay.GatewayPayment;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way by which the gateway's news of a payment enter, whoever brings them: the customer's browser, a webhook or
 * our own question. News may come twice, late and in any order.
 */
@Service
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    /** The gateway usually captures by itself within a moment; after this we ask. */
    private static final Duration CAPTURE_BY_ITSELF = Duration.ofSeconds(10);

    private final PaymentRepository payments;
    private final CaptureRepository captures;
    private final PaymentNotices notices;
    private final Engine engine;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Settlement(
            PaymentRepository payments,
            CaptureRepository captures,
            PaymentNotices notices,
            Engine engine,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.payments = payments;
        this.captures = captures;
        this.notices = notices;
        this.engine = engine;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    void settle(GatewayPayment seen) {
        String order = seen.orderId();
        if (order != null) {
            payments.lockByGatewayOrder(order)
                    .ifPresentOrElse(
                            payment -> settle(payment, seen),
                            () -> log.info("Payment {} is for {}, which is none of our orders", seen.id(), order));
        }
    }

    private void settle(Payment payment, GatewayPayment seen) {
        switch (seen.state()) {
            case CAPTURED -> capture(payment, seen);
            case FAILED -> fail(payment, seen);
            case AUTHORIZED -> payment.expectCapture(clock.instant().plus(CAPTURE_BY_ITSELF));
            case STARTED, RETURNED -> {
                // No money of ours.
            }
        }
    }

    private void capture(Payment payment, GatewayPayment seen) {
        if (captures.existsById(seen.id())) {
            return;
        }
        if (!seen.currency().equals(Money.currency().getCurrencyCode())) {
            log.error("Payment {} of order {} came in {}", seen.id(), payment.order(), seen.currency());
            return;
        }
        Payment.Arrival arrival = payment.capture(seen.amount());
        boolean late = arrival == Payment.Arrival.LATE;
        Capture capture = captures.saveAndFlush(
                Capture.online(seen.id(), payment.order(), seen.method(), seen.amount(), late, clock.instant()));
        if (seen.refunded().isPositive()) {
            payment.checkAt(clock.instant());
        }
        switch (arrival) {
            case IN_TIME -> inTime(payment, seen);
            case LATE -> late(payment, seen);
            case SURPLUS -> events.publishEvent(new PaidTwice(payment.order(), capture.getId(), capture.amount()));
            case PART -> log.warn("Order {} was paid only in part by {}", payment.order(), seen.id());
        }
    }

    private void inTime(Payment payment, GatewayPayment seen) {
        publish(ProcessMessages.PAYMENT_CAPTURED, payment, seen, Map.of("paid", true));
        events.publishEvent(new PaymentCaptured(payment.order(), payment.captured(), false));
        notices.received(payment);
    }

    /** Parts of it came, and nobody waits for the rest any more. */
    void giveUp(Payment payment) {
        if (payment.retained().isPositive()) {
            publishLate(payment, "expired");
        }
    }

    private void publishLate(Payment payment, String occasion) {
        String order = payment.order().toString();
        String name = ProcessMessages.PAYMENT_CAPTURED_LATE;
        engine.publish(
                new EngineMessage(name, order, name + ":" + occasion + ":" + order, Map.of("orderId", order), order));
    }

    private void late(Payment payment, GatewayPayment seen) {
        publishLate(payment, seen.id());
        events.publishEvent(new PaymentCaptured(payment.order(), payment.captured(), true));
    }

    private void fail(Payment payment, GatewayPayment seen) {
        if (payment.state() != PaymentState.PENDING || captures.existsById(seen.id())) {
            return;
        }
        boolean news = jdbc.sql("""
                        insert into payment_failed_attempt (id, order_id, reason, failed_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(seen.id(), payment.order().value(), seen.failure(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (news) {
            publish(ProcessMessages.PAYMENT_FAILED, payment, seen, Map.of());
            events.publishEvent(new PaymentAttemptFailed(payment.order(), seen.failure()));
        }
    }

    private void publish(String name, Payment payment, GatewayPayment seen, Map<String, ?> variables) {
        String order = payment.order().toString();
        engine.publish(new EngineMessage(name, order, name + ":" + seen.id(), variables, order));
    }
}
