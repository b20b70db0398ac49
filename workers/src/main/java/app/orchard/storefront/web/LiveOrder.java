package app.orchard.storefront.web;

import app.orchard.delivery.Approaches;
import app.orchard.delivery.CustomerChoices;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.storefront.OrderStreams;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open order page where the order is, and that the page is out of date; it then reads itself again. */
@Controller
class LiveOrder {

    private final Orders orders;
    private final Payments payments;
    private final Timeline timeline;
    private final CustomerChoices choices;
    private final Approaches approaches;
    private final Wording wording;
    private final OrderStreams streams;

    LiveOrder(
            Orders orders,
            Payments payments,
            Timeline timeline,
            CustomerChoices choices,
            Approaches approaches,
            Wording wording,
            OrderStreams streams) {
        this.orders = orders;
        this.payments = payments;
        this.timeline = timeline;
        this.choices = choices;
        this.approaches = approaches;
        this.wording = wording;
        this.streams = streams;
    }

    @GetMapping("/orders/{id}/events")
    SseEmitter follow(Visitor visitor, @PathVariable UUID id) {
        CustomerId customer = visitor.requireCustomer();
        OrderId order = new OrderId(id);
        return follow(order, customer, () -> shown(order, customer));
    }

    /** @param follower as {@link OrderStreams#follow} counts them */
    SseEmitter follow(OrderId order, Object follower, Supplier<Shown> state) {
        Locale locale = LocaleContextHolder.getLocale();
        return streams.follow(order, follower, MediaType.APPLICATION_JSON, () -> {
            LocaleContextHolder.setLocale(locale);
            return snapshot(state.get());
        });
    }

    private Shown shown(OrderId id, CustomerId customer) {
        WayToDoor way = approaches
                .of(id, customer)
                .map(approach -> WayToDoor.of(approach, wording))
                .orElse(null);
        return new Shown(orders.get(id, customer), way);
    }

    /** An ended order can still have money on its way back, so no state is the last. */
    private OrderStreams.Snapshot snapshot(Shown now) {
        OrderId id = now.order().id();
        List<Object> shown = List.of(
                now.order().status(),
                // What the team wrote too: an answer to a complaint is shown elsewhere on the page
                timeline.of(id).size(),
                payments.of(id).map(Object::toString).orElse(""),
                choices.openUntil(id).isPresent(),
                now.way() != null);
        return new OrderStreams.Snapshot(new News(Integer.toHexString(shown.hashCode()), now.way()), false);
    }

    /** What a page shows of an order at a moment. @param way null while nobody is on it */
    record Shown(OrderView order, @Nullable WayToDoor way) {}

    /**
     * What an open page hears.
     *
     * @param page differs whenever the rest of the page would
     * @param way where the order is, which the page shows without reading itself again
     */
    record News(String page, @Nullable WayToDoor way) {}
}
