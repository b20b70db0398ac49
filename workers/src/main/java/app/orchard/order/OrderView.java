package app.orchard.order;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer and staff see it.
 *
 * @param number as people say it: {@code M-1042}
 * @param late something ran past its time
 * @param feeReason why delivery costs what it costs
 * @param addressLine where it goes, on one line; the stall's name for sales there
 * @param slotStartsAt null for sales at the stall
 */
public record OrderView(
        OrderId id,
        String number,
        Channel channel,
        @Nullable CustomerId customer,
        OrderStatus status,
        boolean late,
        PaymentMethod paymentMethod,
        List<OrderLine> lines,
        Totals totals,
        String feeReason,
        String addressLine,
        String apartment,
        String zone,
        @Nullable Instant slotStartsAt,
        @Nullable Instant slotEndsAt,
        String note,
        Instant placedAt) {

    /** As somebody may see it who has only its link: without where it goes, and what its customer wrote. */
    OrderView withoutAddress() {
        return new OrderView(
                id,
                number,
                channel,
                customer,
                status,
                late,
                paymentMethod,
                lines,
                totals,
                "",
                "",
                "",
                zone,
                slotStartsAt,
                slotEndsAt,
                "",
                placedAt);
    }
}
