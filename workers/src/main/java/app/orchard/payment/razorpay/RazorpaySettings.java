package app.orchard.payment.razorpay;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account with the gateway.
 *
 * @param baseUrl a simulator; empty for the real gateway
 * @param webhookSecretPrevious still accepted while the secret is being changed
 * @param checkoutScript what the payment page loads; empty for the real one, or the simulator's
 * @param timeout the longest silence we bear; two of them must fit into a job's time
 */
@ConfigurationProperties("orchard.razorpay")
public record RazorpaySettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String keyId,
        @DefaultValue("") String keySecret,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("") String webhookSecretPrevious,
        @Nullable URI checkoutScript,
        @DefaultValue("8s") Duration timeout) {

    static final String SANDBOX_SECRET = "orchard_webhook_secret";
    private static final URI REAL_SCRIPT = URI.create("https://checkout.razorpay.com/v1/checkout.js");

    public RazorpaySettings {
        if (keyId.isBlank() || keySecret.isBlank() || webhookSecret.isBlank()) {
            throw new IllegalArgumentException("The payment gateway needs orchard.razorpay.key-id, key-secret and "
                    + "webhook-secret. Copy them from the gateway's dashboard.");
        }
        boolean simulated = !baseUrl.isBlank();
        if (simulated && keyId.startsWith("rzp_live_")) {
            throw new IllegalArgumentException("orchard.razorpay.key-id is a live key, but orchard.razorpay.base-url "
                    + "leads to a simulator (" + baseUrl + "). Empty the address or use a test key.");
        }
        if (!simulated && webhookSecret.equals(SANDBOX_SECRET)) {
            throw new IllegalArgumentException("orchard.razorpay.webhook-secret is the simulator's, which everybody "
                    + "knows. Set the one chosen in the gateway's dashboard.");
        }
    }

    public URI script() {
        if (checkoutScript != null && !checkoutScript.toString().isBlank()) {
            return checkoutScript;
        }
        return baseUrl.isBlank() ? REAL_SCRIPT : URI.create(baseUrl).resolve("/v1/checkout.js");
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RazorpaySettings[" + keyId + " at " + (baseUrl.isBlank() ? "the gateway" : baseUrl) + "]";
    }
}
