package app.orchard.storefront.web;

import app.orchard.delivery.CustomerChoices;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.storefront.OrderStreams;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open order page that it is out of date; the page then reads itself again. */
@Controller
class LiveOrder {

    private final Orders orders;
    private final Payments payments;
    private final Timeline timeline;
    private final CustomerChoices choices;
    private final OrderStreams streams;

    LiveOrder(Orders orders, Payments payments, Timeline timeline, CustomerChoices choices, OrderStreams streams) {
        this.orders = orders;
        this.payments = payments;
        this.timeline = timeline;
        this.choices = choices;
        this.streams = streams;
    }

    @GetMapping("/orders/{id}/events")
    SseEmitter follow(Visitor visitor, @PathVariable UUID id) {
        CustomerId customer = visitor.requireCustomer();
        OrderId order = new OrderId(id);
        return streams.follow(order, customer, MediaType.TEXT_PLAIN, () -> snapshot(order, customer));
    }

    /** Differs whenever the page would. An ended order can still have money on its way back, so no state is the last. */
    private OrderStreams.Snapshot snapshot(OrderId id, CustomerId customer) {
        OrderView order = orders.get(id, customer);
        List<Object> shown = List.of(
                order.status(),
                timeline.of(id).size(),
                payments.of(id).map(Object::toString).orElse(""),
                choices.openUntil(id).isPresent());
        return new OrderStreams.Snapshot(Integer.toHexString(shown.hashCode()), false);
    }
}
