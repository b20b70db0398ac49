package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Deliveries;
import app.orchard.sandbox.http.Delivery;
import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Store;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets a message travel to its phone and tells every registered address, unsigned, at least once, in no sure order. */
final class Webhooks implements AutoCloseable {
    private static final String KIND = "webhook";

    private final Store store;
    private final Deliveries deliveries;
    private final Phones phones;
    private final Switches switches;
    private final Ids ids;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    Webhooks(Store store, Deliveries deliveries, Phones phones, Switches switches, Ids ids, Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.phones = phones;
        this.switches = switches;
        this.ids = ids;
        this.clock = clock;
    }

    void register(URI url, List<String> eventTypes) {
        store.put(KIND, url.toString(), Map.of("url", url.toString(), "eventTypes", eventTypes));
    }

    /** As version 3 lists them. */
    List<Map<String, Object>> registered() {
        return store.all(KIND).stream().map(this::listed).toList();
    }

    private Map<String, Object> listed(Map<String, Object> kept) {
        var listed = new LinkedHashMap<>(kept);
        listed.put("status", deliveries.abandoned() ? "Defective" : "Enabled");
        return listed;
    }

    void follow(ChatMessage message) {
        boolean disorder = switches.on("disorderedWebhooks");
        long sent = switches.number("sentAfterMillis");
        long delivered = switches.number("deliveredAfterMillis");
        after(disorder ? delivered + 200 : sent, () -> tell(message, EventBody.sent(message)));
        after(disorder ? sent : delivered, () -> arrive(message));
        if (switches.number("readAfterMillis") >= 0) {
            after(delivered + switches.number("readAfterMillis"), () -> read(message));
        }
    }

    void read(ChatMessage message) {
        if (!switches.of("failCodes", message.phone()).isPresent()) {
            phones.move(message.id(), "READ");
            tell(message, EventBody.status(message, "READ", "Read", clock.instant()));
        }
    }

    void wrote(ChatMessage message, String name) {
        tell(message, EventBody.inbound(message, name));
    }

    void repliedTo(ChatMessage message) {
        tell(message, EventBody.status(message, "REPLIED", "Replied", clock.instant()));
    }

    private void arrive(ChatMessage message) {
        Optional<String> code = switches.of("failCodes", message.phone());
        phones.move(message.id(), code.isPresent() ? "FAILED" : "DELIVERED");
        tell(
                message,
                code.map(failed -> EventBody.failed(message, failed, clock.instant()))
                        .orElseGet(() -> EventBody.status(message, "DELIVERED", "Delivered", clock.instant())));
    }

    private void tell(ChatMessage message, EventBody event) {
        if (switches.on("loseWebhooks")) {
            return;
        }
        int copies = switches.on("duplicateWebhooks") ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            post(event.versionTwo(waId(message)));
            if (switches.on("versionOnePairs") && event.hasPair()) {
                post(event.versionOne(waId(message)));
            }
        }
    }

    private Optional<String> waId(ChatMessage message) {
        return switches.on("statusesWithoutWaId") ? Optional.empty() : Optional.of(message.phone());
    }

    private void post(Map<String, Object> body) {
        String type = Objects.toString(body.get("eventType"));
        for (Map<String, Object> webhook : store.all(KIND)) {
            if (webhook.get("eventTypes") instanceof List<?> types && (types.isEmpty() || types.contains(type))) {
                deliveries.send(new Delivery(
                        ids.uuid(),
                        URI.create(Objects.toString(webhook.get("url"))),
                        Map.of("Content-Type", "application/json"),
                        Json.write(body),
                        clock.instant(),
                        clock.instant(),
                        0));
            }
        }
    }

    private void after(long millis, Runnable action) {
        timer.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        deliveries.close();
    }
}
