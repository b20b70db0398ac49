package app.orchard.messaging.wati;

import java.util.Map;

/**
 * @param phone E.164
 * @param localId ours; the provider's news about this message carry it
 * @param params in the order of the template's placeholders
 */
public record Recipient(String phone, String localId, Map<String, String> params) {

    @Override
    public String toString() {
        return "Recipient[" + localId + "]";
    }
}
