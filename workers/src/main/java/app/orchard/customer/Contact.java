package app.orchard.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer.
 *
 * @param phone E.164, {@code +91…}
 * @param marketingAllowed they agreed, and did not write STOP since
 * @param lastInboundAt when they last wrote to us
 */
public record Contact(
        String phone,
        String name,
        boolean marketingAllowed,
        @Nullable Instant lastInboundAt) {}
