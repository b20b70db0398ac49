package app.orchard.customer;

import app.orchard.shared.CustomerId;
import java.time.Instant;

/**
 * A log in.
 *
 * @param token to be shown with each request; only its hash is kept here
 */
public record Session(String token, CustomerId customer, Instant expiresAt) {

    @Override
    public String toString() {
        return "Session of " + customer;
    }
}
