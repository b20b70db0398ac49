package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How the provider misbehaves until told otherwise, as one JSON object under {@code /sandbox/switches}. */
public final class Switches {
    private static final String KIND = "switches";
    private static final String ID = "now";
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("sendsPerWindow", 30),
            Map.entry("readsPerWindow", 10),
            Map.entry("windowMillis", 10_000),
            Map.entry("sentAfterMillis", 40),
            Map.entry("deliveredAfterMillis", 250),
            Map.entry("readAfterMillis", -1),
            Map.entry("retryMillis", 600_000),
            Map.entry("duplicateWebhooks", false),
            Map.entry("disorderedWebhooks", false),
            Map.entry("loseWebhooks", false),
            Map.entry("versionOnePairs", false),
            Map.entry("statusesWithoutWaId", false),
            Map.entry("tokenRevoked", false),
            Map.entry("refuseWith", ""),
            Map.entry("retryAfterHeader", false),
            Map.entry("notOnWhatsApp", Map.of()),
            Map.entry("recipientErrors", Map.of()),
            Map.entry("omittedRecipients", Map.of()),
            Map.entry("failCodes", Map.of()));

    private final Store store;

    Switches(Store store) {
        this.store = store;
    }

    public Map<String, Object> all() {
        var all = new LinkedHashMap<>(DEFAULTS);
        store.get(KIND, ID).ifPresent(all::putAll);
        return all;
    }

    /** Changes some, leaves the others. @throws IllegalArgumentException for a name that does not exist */
    public synchronized void set(Map<String, ?> changes) {
        changes.keySet().stream()
                .filter(name -> !DEFAULTS.containsKey(name))
                .findAny()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("There is no switch " + name);
                });
        var kept = new LinkedHashMap<>(store.get(KIND, ID).orElse(Map.of()));
        kept.putAll(changes);
        store.put(KIND, ID, kept);
    }

    boolean on(String name) {
        return Boolean.TRUE.equals(all().get(name));
    }

    long number(String name) {
        return all().get(name) instanceof Number number ? number.longValue() : 0;
    }

    String text(String name) {
        return Objects.toString(all().get(name), "");
    }

    /** What a switch that lists phones (digits only) says of this one. */
    Optional<String> of(String name, String phone) {
        return all().get(name) instanceof Map<?, ?> phones
                ? Optional.ofNullable(phones.get(phone)).map(Object::toString)
                : Optional.empty();
    }
}
