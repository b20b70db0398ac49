package app.orchard.storefront.api;

import app.orchard.payment.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an order owes and what became of it. */
@Schema(name = "Payment")
record PaymentResource(
        @Schema(allowableValues = {"cash", "online", "upi_at_stall"})
        String method,

        @Schema(
                allowableValues = {
                    "created",
                    "pending",
                    "captured",
                    "failed",
                    "errored",
                    "unknown",
                    "expired",
                    "cancelled",
                    "partly_refunded",
                    "refunded"
                })
        String state,

        Amount amount,
        @Schema(description = "What came in") Amount captured,

        @Schema(description = "Of that, sent back or on its way back")
        Amount refunded,

        @Schema(description = "To be paid until then") @Nullable
        Instant expiresAt,

        @Schema(description = "Whether it can be paid on the web now: then ask for its checkout")
        boolean payable) {

    static PaymentResource of(PaymentView payment) {
        return new PaymentResource(
                Wire.name(payment.method()),
                Wire.name(payment.standing()),
                Amount.of(payment.amount()),
                Amount.of(payment.captured()),
                Amount.of(payment.refunded()),
                payment.expiresAt(),
                payment.payable());
    }
}
