package app.orchard.storefront.api;

import app.orchard.order.Cancellations;
import app.orchard.order.Fault;
import app.orchard.order.OrderFilter;
import app.orchard.order.OrderRow;
import app.orchard.order.OrderStatus;
import app.orchard.order.Orders;
import app.orchard.order.Rescheduling;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.refund.CancellationCosts;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/orders")
@Tag(name = "Staff: orders")
class StaffOrderController {

    private static final int MOST_COUNTED = 10_000;

    private final Orders orders;
    private final OrderReader reader;
    private final Payments payments;
    private final Cancellations cancellations;
    private final Rescheduling rescheduling;
    private final CancellationCosts costs;

    StaffOrderController(
            Orders orders,
            OrderReader reader,
            Payments payments,
            Cancellations cancellations,
            Rescheduling rescheduling,
            CancellationCosts costs) {
        this.orders = orders;
        this.reader = reader;
        this.payments = payments;
        this.cancellations = cancellations;
        this.rescheduling = rescheduling;
        this.costs = costs;
    }

    @Schema(name = "OrderPage")
    record Page(
            @Schema(description = "Orders that match; counting stops above 10,000", example = "42")
            int count,

            List<Row> orders) {}

    @Schema(name = "OrderRow")
    record Row(
            UUID id,
            @Schema(example = "M-1042") String number,
            @Schema(example = "online") String channel,
            @Schema(example = "confirmed") String status,
            boolean late,
            Amount total,
            @Nullable PaymentResource payment,
            @Schema(example = "Asha") String customer,
            @Schema(example = "Lakeview Residency") String apartment,
            @Schema(example = "north") String zone,
            @Nullable Instant slotStartsAt,
            @Nullable Instant slotEndsAt,
            Instant placedAt) {

        static Row of(OrderRow row, @Nullable PaymentView payment) {
            return new Row(
                    row.id().value(),
                    row.number(),
                    Wire.name(row.channel()),
                    Wire.name(row.status()),
                    row.late(),
                    Amount.of(row.total()),
                    payment == null ? null : PaymentResource.of(payment),
                    row.customer(),
                    row.apartment(),
                    row.zone(),
                    row.slotStartsAt(),
                    row.slotEndsAt(),
                    row.placedAt());
        }
    }

    @Schema(name = "StaffCancellation")
    record Cancellation(
            @NotNull @Size(max = 200) @Schema(example = "The flat is locked for a week")
            String reason,

            @Pattern(regexp = "shop|customer", message = "must be shop or customer")
            @Schema(description = "At whose wish; the shop's when not given", example = "customer")
            @Nullable
            String wish) {

        Fault fault() {
            return "customer".equals(wish) ? Fault.CUSTOMER : Fault.SHOP;
        }
    }

    @Operation(summary = "Orders, newest first", description = "What is not given does not filter.")
    @GetMapping
    Page page(
            @RequestParam(defaultValue = "") @Size(max = 10) List<String> status,
            @RequestParam @Nullable UUID slot,
            @RequestParam @Nullable UUID apartment,
            @RequestParam @Nullable String zone,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int offset,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @AuthenticationPrincipal Staff by) {
        Set<OrderStatus> statuses =
                status.stream().map(name -> Wire.read(OrderStatus.class, name)).collect(Collectors.toSet());
        OrderFilter filter = OrderFilter.of(statuses, slot, apartment, zone);
        List<OrderRow> rows = orders.page(filter, offset, limit, by);
        Map<OrderId, PaymentView> paid =
                payments.of(rows.stream().map(OrderRow::id).toList());
        return new Page(
                orders.count(filter, MOST_COUNTED, by),
                rows.stream().map(row -> Row.of(row, paid.get(row.id()))).toList());
    }

    @Operation(summary = "One order")
    @GetMapping("/{id}")
    OrderResource order(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        return reader.get(new OrderId(id), by);
    }

    @Operation(
            summary = "Move an order to another slot",
            description = "Founders; until its preparation starts, also after the cut-off.")
    @PostMapping("/{id}/slot")
    OrderResource reschedule(
            @PathVariable UUID id, @Valid @RequestBody AnotherSlot wanted, @AuthenticationPrincipal Staff by) {
        rescheduling.byStaff(new OrderId(id), wanted.slot(), by);
        return order(id, by);
    }

    @Operation(summary = "What cancelling an order would send back")
    @GetMapping("/{id}/cancellation")
    CancellationResource cancellation(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "shop") @Pattern(regexp = "shop|customer") String wish,
            @AuthenticationPrincipal Staff by) {
        return CancellationResource.of(costs.forStaff(new OrderId(id), new Cancellation("", wish).fault(), by));
    }

    @Operation(summary = "Cancel an order", description = "Founders; until somebody is on the road with it.")
    @PostMapping("/{id}/cancellation")
    OrderResource cancel(
            @PathVariable UUID id, @Valid @RequestBody Cancellation wanted, @AuthenticationPrincipal Staff by) {
        cancellations.byStaff(new OrderId(id), wanted.reason(), wanted.fault(), by);
        return order(id, by);
    }
}
