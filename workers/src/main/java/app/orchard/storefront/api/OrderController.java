package app.orchard.storefront.api;

import app.orchard.delivery.Deliveries;
import app.orchard.order.Cancellations;
import app.orchard.order.Placement;
import app.orchard.order.Rescheduling;
import app.orchard.payment.PaymentMethod;
import app.orchard.refund.CancellationCosts;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.storefront.OrderStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Orders", description = "Place, follow, pay and cancel my orders")
class OrderController {

    private final Placement placement;
    private final OrderReader orders;
    private final OrderStreams streams;
    private final Cancellations cancellations;
    private final Rescheduling rescheduling;
    private final CancellationCosts costs;
    private final Deliveries deliveries;

    OrderController(
            Placement placement,
            OrderReader orders,
            OrderStreams streams,
            Cancellations cancellations,
            Rescheduling rescheduling,
            CancellationCosts costs,
            Deliveries deliveries) {
        this.placement = placement;
        this.orders = orders;
        this.streams = streams;
        this.cancellations = cancellations;
        this.rescheduling = rescheduling;
        this.costs = costs;
        this.deliveries = deliveries;
    }

    @Schema(name = "NewOrder")
    record NewOrder(
            @NotNull UUID quote,
            @NotNull UUID hold,

            @NotNull @Pattern(regexp = "cash|online", message = "must be cash or online") @Schema(example = "online")
            String payment,

            @Size(max = 300) @Schema(example = "Ripe for Saturday, please") @Nullable
            String note) {}

    @Schema(name = "Cancelling")
    record Cancelling(
            @Min(0)
            @Schema(description = "What you were shown to get back, in minor units", example = "125000")
            @Nullable
            Long back) {}

    @Schema(name = "CustomerChoice")
    record CustomerChoice(
            @NotNull @Pattern(regexp = "again|refund", message = "must be again or refund") @Schema(example = "again")
            String choice) {}

    @Operation(
            summary = "Place an order",
            description = "At the prices of a quote, in the place that is held. Repeating a request with its key "
                    + "places nothing new. 409 names what is short: the product and how many are left, or the slots "
                    + "that are free.")
    @PostMapping("/api/orders")
    ResponseEntity<OrderResource> place(
            @Parameter(description = "Chosen by you, up to 100 characters: the same key is the same order")
                    @RequestHeader("Idempotency-Key")
                    String key,
            @Valid @RequestBody NewOrder wanted,
            @AuthenticationPrincipal CustomerId customer) {
        OrderId placed = placement.place(
                customer,
                new Placement.Request(
                        wanted.quote(),
                        new HoldId(wanted.hold()),
                        Wire.read(PaymentMethod.class, wanted.payment()),
                        wanted.note() == null ? "" : wanted.note(),
                        key));
        return ResponseEntity.created(URI.create("/api/orders/" + placed)).body(orders.get(placed, customer));
    }

    @Operation(summary = "My latest hundred orders, newest first", description = "Without their timelines.")
    @GetMapping("/api/orders")
    List<OrderResource> orders(@AuthenticationPrincipal CustomerId customer) {
        return orders.of(customer);
    }

    @Operation(summary = "One of my orders")
    @GetMapping("/api/orders/{id}")
    OrderResource order(@PathVariable UUID id, @AuthenticationPrincipal CustomerId customer) {
        return orders.get(new OrderId(id), customer);
    }

    @Operation(
            summary = "Follow one of my orders",
            description = "Server-sent events: `order` with the order as it is, at once and after each change; "
                    + "`ended` when nothing more will come.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = "event:order\ndata:{\"number\":\"M-1042\"}")))
    @GetMapping(path = "/api/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(@PathVariable UUID id, @AuthenticationPrincipal CustomerId customer) {
        OrderId order = new OrderId(id);
        return streams.follow(order, customer, MediaType.APPLICATION_JSON, () -> {
            OrderResource now = orders.get(order, customer);
            return new OrderStreams.Snapshot(now, now.isSettled());
        });
    }

    @Operation(summary = "What cancelling one of my orders would cost")
    @GetMapping("/api/orders/{id}/cancellation")
    CancellationResource cancellation(@PathVariable UUID id, @AuthenticationPrincipal CustomerId customer) {
        return CancellationResource.of(costs.forCustomer(new OrderId(id), customer));
    }

    @Operation(
            summary = "Cancel one of my orders",
            description = "Until its slot's cut-off. With what you were shown to get back, it is refused with 409 "
                    + "cost-changed if that has become less.")
    @PostMapping("/api/orders/{id}/cancellation")
    OrderResource cancel(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable Cancelling shown,
            @AuthenticationPrincipal CustomerId customer) {
        Long back = shown == null ? null : shown.back();
        cancellations.byCustomer(new OrderId(id), customer, back == null ? null : Money.of(back));
        return order(id, customer);
    }

    @Operation(
            summary = "Move one of my orders to another slot",
            description = "Until the cut-off of the slot it is in, before its preparation, into one that still takes "
                    + "orders. If it has no room, the order stays where it is.")
    @PostMapping("/api/orders/{id}/slot")
    OrderResource reschedule(
            @PathVariable UUID id,
            @Valid @RequestBody AnotherSlot wanted,
            @AuthenticationPrincipal CustomerId customer) {
        rescheduling.byCustomer(new OrderId(id), wanted.slot(), customer);
        return order(id, customer);
    }

    @Operation(summary = "Decide after a failed delivery", description = "Come again, or the money back.")
    @PostMapping("/api/orders/{id}/choice")
    OrderResource choose(
            @PathVariable UUID id,
            @Valid @RequestBody CustomerChoice decision,
            @AuthenticationPrincipal CustomerId customer) {
        deliveries.choose(new OrderId(id), customer, decision.choice().equals("again"));
        return order(id, customer);
    }
}
