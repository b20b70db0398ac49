package app.orchard.order;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an order that is decided when it is placed.
 *
 * @param apartment what its place is called: the complex or the street
 * @param point where it is on the map, as far as that is known
 * @param requestKey chosen by the caller: the same key is the same order
 * @param requestHash of the request's content, to tell a repetition from a mistake
 */
record NewOrder(
        OrderId id,
        Channel channel,
        @Nullable CustomerId customer,
        String addressLine,
        String apartment,
        @Nullable UUID apartmentId,
        @Nullable GeoPoint point,
        String zone,
        String location,
        PaymentMethod paymentMethod,
        List<OrderLine> lines,
        Totals totals,
        String feeReason,
        String note,
        String requestKey,
        String requestHash) {}
