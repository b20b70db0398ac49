package app.orchard.storefront.web;

import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the order that a second press, an old tab or the back button has placed already. */
@Component
class LatestOrder {

    private final Orders orders;

    LatestOrder(Orders orders) {
        this.orders = orders;
    }

    /** @param refusal of the second attempt */
    Optional<OrderId> placedFrom(CustomerId customer, Refusal refusal) {
        return refusal.type().equals("request-key-reused")
                ? orders.of(customer).stream().findFirst().map(OrderView::id)
                : Optional.empty();
    }
}
