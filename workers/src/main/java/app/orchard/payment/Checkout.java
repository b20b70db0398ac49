package app.orchard.payment;

import app.orchard.shared.Money;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page hands to the gateway's script: {@code new Razorpay({key, order_id, amount, currency, name, description,
 * callback_url, redirect: true}).open()}.
 *
 * @param keyId the public half of our key
 * @param currency ISO 4217
 * @param name of the business, shown on the checkout
 * @param description the order as the customer knows it
 * @param script the gateway's checkout script
 * @param callback where the gateway posts the signed result; it leads on to the order's page
 */
public record Checkout(
        String keyId,
        String gatewayOrderId,
        Money amount,
        String currency,
        String name,
        String description,
        URI script,
        URI callback,
        @Nullable Instant expiresAt) {}
