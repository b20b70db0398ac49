package app.orchard.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer.
 *
 * @param phone E.164, {@code +91…}; empty when they asked to be forgotten
 * @param marketingAllowed they agreed, and did not write STOP since
 * @param feedbackAllowed they agreed to be asked how it was, and did not take it back since
 * @param lastInboundAt when they last wrote to us
 */
public record Contact(
        String phone,
        String name,
        boolean marketingAllowed,
        boolean feedbackAllowed,
        @Nullable Instant lastInboundAt) {}
