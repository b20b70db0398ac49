package app.orchard.sandbox.razorpay;

import java.net.URI;
import java.util.Optional;

/**
 * The one account the simulated gateway knows.
 *
 * @param webhook where its events go; empty: they happen, nobody is told
 */
public record RazorpayAccount(String keyId, String keySecret, String webhookSecret, Optional<URI> webhook) {

    public RazorpayAccount tells(URI webhook) {
        return new RazorpayAccount(keyId, keySecret, webhookSecret, Optional.of(webhook));
    }
}
