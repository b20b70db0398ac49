package app.orchard.messaging;

import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as it enters the queue. */
record NewMessage(
        UUID id,
        @Nullable CustomerId customer,
        String phone,
        MessageTemplate template,
        Map<String, String> params,
        @Nullable OrderId order,
        String dedupKey,
        MessageState state,
        @Nullable UUID resends) {

    @Override
    public String toString() {
        return template + " " + id;
    }
}
