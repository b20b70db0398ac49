package app.orchard.messaging;

import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it.
 *
 * @param customer nobody for login codes
 * @param phone masked: only the last four digits
 * @param text what the customer reads; a login code is not in it
 * @param problem why it failed or is still waiting, as a sentence
 * @param resendable it failed, was not sent again yet, and can be
 * @param attempts how often the provider was asked
 */
public record MessageView(
        UUID id,
        @Nullable CustomerId customer,
        @Nullable OrderId order,
        MessageTemplate template,
        MessageState state,
        String phone,
        String text,
        @Nullable String problem,
        boolean resendable,
        int attempts,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt) {}
