package app.orchard.storefront.api;

import app.orchard.order.Orders;
import app.orchard.payment.Checkout;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class CheckoutController {

    private final Orders orders;
    private final Payments payments;

    CheckoutController(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @Schema(name = "Checkout")
    record CheckoutResource(
            @Schema(description = "The public half of the shop's key", example = "rzp_test_orchard")
            String keyId,

            @Schema(example = "order_IluGWxBm9U8zJ8") String gatewayOrder,
            Amount amount,

            @Schema(description = "Of the shop", example = "Aamrai Mangoes")
            String name,

            @Schema(example = "Order M-1042") String description,

            @Schema(
                    description = "The gateway's checkout script",
                    example = "https://checkout.razorpay.com/v1/checkout.js")
            URI script,

            @Schema(
                    description = "Where the gateway posts the signed result",
                    example = "https://shop.example/payments/callback")
            URI callback,

            @Nullable Instant expiresAt) {}

    @Operation(
            summary = "What the payment gateway's checkout needs",
            description = "409 `payment-not-ready` for the first second or two: ask again then.")
    @GetMapping("/api/orders/{id}/checkout")
    CheckoutResource checkout(@PathVariable UUID id, @AuthenticationPrincipal CustomerId customer) {
        OrderId order = orders.get(new OrderId(id), customer).id();
        Checkout checkout = payments.checkout(order);
        return new CheckoutResource(
                checkout.keyId(),
                checkout.gatewayOrderId(),
                Amount.of(checkout.amount()),
                checkout.name(),
                checkout.description(),
                checkout.script(),
                checkout.callback(),
                checkout.expiresAt());
    }
}
