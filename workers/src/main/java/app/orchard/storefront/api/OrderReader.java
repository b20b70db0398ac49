package app.orchard.storefront.api;

import app.orchard.delivery.Approaches;
import app.orchard.delivery.CustomerChoices;
import app.orchard.delivery.Proofs;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.order.TimelineEntry;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what several capabilities know of an order, all of one moment. */
@Component
@Transactional(readOnly = true)
class OrderReader {

    private final Orders orders;
    private final Payments payments;
    private final Timeline timeline;
    private final CustomerChoices choices;
    private final Proofs proofs;
    private final Approaches approaches;

    OrderReader(
            Orders orders,
            Payments payments,
            Timeline timeline,
            CustomerChoices choices,
            Proofs proofs,
            Approaches approaches) {
        this.orders = orders;
        this.payments = payments;
        this.timeline = timeline;
        this.choices = choices;
        this.proofs = proofs;
        this.approaches = approaches;
    }

    OrderResource get(OrderId id, CustomerId customer) {
        OrderView order = orders.get(id, customer);
        if (order.status() != OrderStatus.OUT_FOR_DELIVERY) {
            return whole(order, timeline.forCustomer(id), null, null);
        }
        return whole(
                order,
                timeline.forCustomer(id),
                proofs.pin(id).orElse(null),
                approaches.of(id, customer).map(OnTheWayResource::of).orElse(null));
    }

    OrderResource get(OrderId id, Staff by) {
        return whole(orders.get(id, by), timeline.of(id), null, null);
    }

    /** Without what happened to each. */
    List<OrderResource> of(CustomerId customer) {
        List<OrderView> found = orders.of(customer);
        Map<OrderId, PaymentView> paid =
                payments.of(found.stream().map(OrderView::id).toList());
        return found.stream()
                .map(order -> OrderResource.of(order, paid.get(order.id()), List.of(), null, null, null))
                .toList();
    }

    private OrderResource whole(
            OrderView order, List<TimelineEntry> events, @Nullable String pin, @Nullable OnTheWayResource onTheWay) {
        return OrderResource.of(
                order,
                payments.of(order.id()).orElse(null),
                events.stream().map(EventResource::of).toList(),
                choices.openUntil(order.id()).map(OrderResource.Choice::open).orElse(null),
                pin,
                onTheWay);
    }
}
