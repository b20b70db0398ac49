package app.orchard.payment.razorpay;

import java.time.Instant;
import java.util.Optional;

/** What a webhook tells: a snapshot of the payment or refund when it happened. */
public record GatewayEvent(
        String name, Optional<Instant> at, Optional<GatewayPayment> payment, Optional<GatewayRefund> refund) {}
