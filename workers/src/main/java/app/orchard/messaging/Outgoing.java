package app.orchard.messaging;

import app.orchard.messaging.wati.Recipient;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A message whose turn it is. */
record Outgoing(
        UUID id, String phone, MessageTemplate template, Map<String, String> params, int attempts, Instant askedAt) {

    Recipient recipient() {
        return new Recipient(phone, id.toString(), params);
    }

    @Override
    public String toString() {
        return template + " " + id;
    }
}
