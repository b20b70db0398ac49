package app.orchard.storefront.api;

import app.orchard.order.OrderView;
import app.orchard.payment.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its customer and staff see it. */
@Schema(name = "Order")
record OrderResource(
        UUID id,

        @Schema(description = "As people say it", example = "M-1042")
        String number,

        @Schema(allowableValues = {"online", "stall"}) String channel,

        @Schema(
                allowableValues = {
                    "placed",
                    "confirmed",
                    "preparing",
                    "ready",
                    "out_for_delivery",
                    "attempt_failed",
                    "delivered",
                    "returned",
                    "cancelled",
                    "expired"
                })
        String status,

        @Schema(description = "Nothing more will happen to it, but for a refund")
        boolean ended,

        @Schema(description = "Something ran past its time") boolean late,
        @Nullable PaymentResource payment,
        List<LineResource> lines,
        TotalsResource totals,

        @Schema(description = "Where it goes, on one line", example = "A-101, Lakeview Residency, Lake Road, 560024")
        String address,

        @Schema(example = "north") String zone,
        @Nullable Instant slotStartsAt,
        @Nullable Instant slotEndsAt,
        @Schema(example = "Please call before you come") String note,
        Instant placedAt,
        List<EventResource> timeline,

        @Schema(description = "What the customer can decide now, if anything") @Nullable
        Choice choice,

        @Schema(description = "For the customer to say at the door; never shown to staff", example = "4711") @Nullable
        String pin,

        @Schema(description = "While somebody is on the way with it, for its customer only") @Nullable
        OnTheWayResource onTheWay) {

    /** After a failed delivery: come again, or the money back? */
    @Schema(name = "Choice")
    record Choice(
            @Schema(example = "[\"again\", \"refund\"]") List<String> options, Instant until) {

        static Choice open(Instant until) {
            return new Choice(List.of("again", "refund"), until);
        }
    }

    static OrderResource of(
            OrderView order,
            @Nullable PaymentView payment,
            List<EventResource> timeline,
            @Nullable Choice choice,
            @Nullable String pin,
            @Nullable OnTheWayResource onTheWay) {
        return new OrderResource(
                order.id().value(),
                order.number(),
                Wire.name(order.channel()),
                Wire.name(order.status()),
                order.status().isEnd(),
                order.late(),
                payment == null ? null : PaymentResource.of(payment),
                order.lines().stream().map(LineResource::of).toList(),
                TotalsResource.of(order.totals()),
                order.addressLine(),
                order.zone(),
                order.slotStartsAt(),
                order.slotEndsAt(),
                order.note(),
                order.placedAt(),
                timeline,
                choice,
                pin,
                onTheWay);
    }

    /** Ended, and no money of its customer is here that should not be. */
    boolean isSettled() {
        boolean keepsMoney = status.equals("delivered");
        return ended && (keepsMoney || payment == null || payment.captured().equals(payment.refunded()));
    }
}
