package app.orchard.storefront.api;

import app.orchard.customer.Phone;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.stall.Stall;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/stalls")
@Tag(name = "Staff: stall")
class StaffStallController {

    private final Stall stall;
    private final OrderReader orders;

    StaffStallController(Stall stall, OrderReader orders) {
        this.stall = stall;
        this.orders = orders;
    }

    @Schema(name = "Stall")
    record StallResource(
            @Schema(example = "weekend-stall") String code,
            @Schema(example = "Sunday Market stall") String name) {}

    @Schema(name = "NewSale")
    record NewSale(
            @NotEmpty @Size(max = WantedLine.MOST) List<@Valid @NotNull WantedLine> lines,

            @NotNull
            @Pattern(regexp = "cash|upi_at_stall", message = "must be cash or upi_at_stall")
            @Schema(example = "upi_at_stall")
            String payment,

            @Size(max = 32)
            @Schema(description = "Of the customer, if they gave it", example = "+919845012345")
            @Nullable
            String phone) {}

    @Operation(summary = "The stalls")
    @GetMapping
    List<StallResource> stalls() {
        return stall.stalls().stream()
                .map(place -> new StallResource(place.code(), place.name()))
                .toList();
    }

    @Operation(
            summary = "A sale over the counter",
            description = "The goods and the money have changed hands. Repeating it with its key sells nothing new.")
    @PostMapping("/{code}/sales")
    ResponseEntity<OrderResource> sell(
            @PathVariable String code,
            @Parameter(description = "Made by the seller's device") @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody NewSale sale,
            @AuthenticationPrincipal Staff by) {
        by.require(Role.STALL);
        OrderId order = stall.sell(
                code,
                WantedLine.stock(sale.lines()),
                Wire.read(PaymentMethod.class, sale.payment()),
                sale.phone() == null || sale.phone().isBlank() ? null : Phone.parse(sale.phone()),
                key,
                by);
        return ResponseEntity.created(URI.create("/api/staff/orders/" + order)).body(orders.get(order, by));
    }
}
