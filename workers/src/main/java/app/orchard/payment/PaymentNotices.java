package app.orchard.payment;

import app.orchard.messaging.MessageRequest;
import app.orchard.messaging.MessageTemplate;
import app.orchard.messaging.Messages;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.OrderLinks;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells customers about their money, each occasion once. */
@Component
class PaymentNotices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.of("en", "IN"));

    private final Messages messages;
    private final Business business;
    private final OrderLinks links;

    PaymentNotices(Messages messages, Business business, OrderLinks links) {
        this.messages = messages;
        this.business = business;
        this.links = links;
    }

    void requested(Payment payment) {
        pleasePay(payment, MessageTemplate.PAYMENT_REQUESTED, "payment-requested");
    }

    void reminder(Payment payment) {
        pleasePay(payment, MessageTemplate.PAYMENT_REMINDER, "payment-reminder");
    }

    void attemptFailed(Payment payment, String attempt) {
        send(
                payment,
                MessageTemplate.PAYMENT_FAILED,
                Map.of(
                        "amount", payment.amount().format(),
                        "order_number", payment.orderNumber(),
                        "link", link(payment)),
                "payment-failed:" + attempt);
    }

    void received(Payment payment) {
        send(
                payment,
                MessageTemplate.PAYMENT_RECEIVED,
                Map.of(
                        "amount", payment.captured().format(),
                        "order_number", payment.orderNumber(),
                        "link", link(payment)),
                "payment-received:" + payment.order());
    }

    void refunded(Payment payment, Money amount, String refundKey) {
        send(
                payment,
                MessageTemplate.REFUNDED,
                Map.of("amount", amount.format(), "order_number", payment.orderNumber()),
                "refunded:" + refundKey);
    }

    private void pleasePay(Payment payment, MessageTemplate template, String occasion) {
        payment.expiresAt()
                .ifPresent(end -> send(
                        payment,
                        template,
                        Map.of(
                                "order_number", payment.orderNumber(),
                                "amount", payment.due().format(),
                                "pay_before", timeOf(end),
                                "link", link(payment)),
                        occasion + ":" + payment.order()));
    }

    private void send(Payment payment, MessageTemplate template, Map<String, String> params, String occasion) {
        payment.customer()
                .ifPresent(customer ->
                        messages.send(new MessageRequest(customer, template, params, payment.order(), occasion)));
    }

    private String timeOf(Instant instant) {
        return TIME.format(instant.atZone(business.zone()));
    }

    private String link(Payment payment) {
        return links.of(payment.order());
    }
}
