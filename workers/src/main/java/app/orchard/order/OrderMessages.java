package app.orchard.order;

import app.orchard.messaging.MessageRequest;
import app.orchard.messaging.MessageTemplate;
import app.orchard.messaging.Messages;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.OrderLinks;
import app.orchard.slots.Slot;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers are told about their order, once per occasion. */
@Component
class OrderMessages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM, h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private final Messages messages;
    private final Payments payments;
    private final Business business;
    private final OrderLinks links;

    OrderMessages(Messages messages, Payments payments, Business business, OrderLinks links) {
        this.messages = messages;
        this.payments = payments;
        this.business = business;
        this.links = links;
    }

    void tell(Order order, MessageTemplate template) {
        send(order, template, Map.of(), order.stockCause());
    }

    void outForDelivery(Order order, String driver) {
        send(order, MessageTemplate.OUT_FOR_DELIVERY, Map.of("driver", driver), String.valueOf(order.slotId()));
    }

    void driverNear(Order order, String driver, Instant expected) {
        String time = local(expected).format(TIME).toLowerCase(Locale.ENGLISH);
        send(order, MessageTemplate.DRIVER_NEAR, Map.of("driver", driver, "time", time), order.stockCause());
    }

    void rescheduled(Order order) {
        send(order, MessageTemplate.ORDER_RESCHEDULED, Map.of(), String.valueOf(order.timesRescheduled()));
    }

    void nextAttempt(Order order, int attempt) {
        Map<String, String> params = Map.of(
                "reason", "we did not meet you at the door", "next_step", "we come again on " + window(order.asView()));
        send(order, MessageTemplate.DELIVERY_FAILED, params, String.valueOf(attempt));
    }

    void choice(Order order, String reason, Instant before, int attempt) {
        Map<String, String> params = Map.of("reason", reason, "choose_before", at(before));
        send(order, MessageTemplate.CUSTOMER_CHOICE, params, String.valueOf(attempt));
    }

    void cancelled(Order order) {
        Money paid = payments.captured(order.id());
        String refund = paid.isPositive() ? paid.format() + " goes back the way you paid" : "you had not paid anything";
        send(order, MessageTemplate.ORDER_CANCELLED, Map.of("refund", refund), order.stockCause());
    }

    /** For people, in the business's time: "Sunday 22 November, 4:00 pm to 6:00 pm" */
    String window(Slot slot) {
        return window(slot.startsAt(), slot.endsAt());
    }

    private String window(OrderView order) {
        return window(order.slotStartsAt(), order.slotEndsAt());
    }

    private String window(@Nullable Instant from, @Nullable Instant until) {
        if (from == null || until == null) {
            return "at the stall";
        }
        return at(from) + " to " + local(until).format(TIME).toLowerCase(Locale.ENGLISH);
    }

    private String at(Instant instant) {
        return local(instant).format(DAY).replace("AM", "am").replace("PM", "pm");
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(business.zone());
    }

    private void send(Order order, MessageTemplate template, Map<String, String> more, String occasion) {
        if (order.customer() == null) {
            return;
        }
        Map<String, String> params = new HashMap<>(Map.of(
                "order_number", order.number(),
                "total", order.totals().total().format(),
                "payment", payment(order),
                "slot", window(order.asView()),
                "link", links.to(order.link())));
        params.putAll(more);
        String key = template + ":" + order.id() + ":" + occasion;
        messages.send(new MessageRequest(order.customer(), template, params, order.id(), key));
    }

    private String payment(Order order) {
        boolean paid = payments.of(order.id())
                .map(PaymentView::captured)
                .filter(Money::isPositive)
                .isPresent();
        if (paid) {
            return "nothing, it is paid";
        }
        return order.paymentMethod() == PaymentMethod.CASH
                ? order.totals().total().format() + " in cash"
                : order.totals().total().format();
    }
}
