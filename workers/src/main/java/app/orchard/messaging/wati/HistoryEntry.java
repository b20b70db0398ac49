package app.orchard.messaging.wati;

import java.time.Instant;

/**
 * One message from us in a customer's chat, as the provider remembers it.
 *
 * @param status SENT, DELIVERED, READ, FAILED or another word of theirs
 */
public record HistoryEntry(String id, String text, Instant created, String status) {

    @Override
    public String toString() {
        return "HistoryEntry[" + id + ", " + status + "]";
    }
}
