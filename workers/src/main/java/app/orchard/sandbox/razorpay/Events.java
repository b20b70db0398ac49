package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Deliveries;
import app.orchard.sandbox.http.Delivery;
import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Store;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells the merchant's webhook what happened: signed, with an event id, as badly as the switches ask. */
final class Events {
    private static final long GAP_MILLIS = 150;

    /** @param payload name and entity of each thing the event is about */
    record Event(String name, Map<String, Map<String, Object>> payload) {}

    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final Switches switches;
    private final Deliveries deliveries;
    private volatile String secret;
    private volatile Optional<URI> webhook;

    Events(
            Store store,
            SandboxClock clock,
            Ids ids,
            Switches switches,
            Deliveries deliveries,
            RazorpayAccount account) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.switches = switches;
        this.deliveries = deliveries;
        this.secret = account.webhookSecret();
        this.webhook = account.webhook();
    }

    void tell(URI webhook, String secret) {
        this.webhook = Optional.of(webhook);
        this.secret = secret;
        deliveries.resume();
    }

    Optional<URI> webhook() {
        return webhook;
    }

    String secret() {
        return secret;
    }

    /** All of one change, in the order in which they happened. */
    void happened(List<Event> events) {
        boolean reordered = switches.on("webhooksReordered");
        for (int i = 0; i < events.size(); i++) {
            long wait = switches.number("webhooksDelayedMillis");
            happened(events.get(i), reordered ? wait + (events.size() - i) * GAP_MILLIS : wait);
        }
    }

    /** Sends a past event once more, as the gateway's dashboard can. */
    void replay(String eventId) {
        var event = store.get("event", eventId).orElseThrow(() -> Problem.refused("The id provided does not exist"));
        send(eventId, eventId + "-" + ids.next("replay"), Objects.toString(event.get("body")), 0);
    }

    private void happened(Event event, long waitMillis) {
        String id = ids.next("evt").substring("evt_".length());
        String body = Json.write(envelope(event));
        store.put("event", id, Map.of("id", id, "event", event.name(), "body", body));
        if (switches.on("webhooksLost")) {
            return;
        }
        for (int copy = 0; copy <= switches.number("webhooksDuplicated"); copy++) {
            send(id, id + "-" + copy, body, waitMillis);
        }
    }

    private void send(String eventId, String deliveryId, String body, long waitMillis) {
        webhook.ifPresent(address -> {
            String key = switches.on("webhooksForged") ? "not the " + secret : secret;
            Instant now = clock.instant();
            var headers = Map.of(
                    "Content-Type",
                    "application/json",
                    "User-Agent",
                    "Razorpay-Webhook/v1",
                    "X-Razorpay-Signature",
                    Signature.of(body, key),
                    "x-razorpay-event-id",
                    eventId);
            deliveries.send(new Delivery(deliveryId, address, headers, body, now, now.plusMillis(waitMillis), 0));
        });
    }

    private Map<String, Object> envelope(Event event) {
        var payload = new LinkedHashMap<String, Object>();
        event.payload().forEach((name, entity) -> payload.put(name, Map.of("entity", entity)));
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("entity", "event");
        envelope.put("account_id", "acc_OrchardSandbox");
        envelope.put("event", event.name());
        envelope.put("contains", List.copyOf(event.payload().keySet()));
        envelope.put("payload", payload);
        envelope.put("created_at", clock.seconds());
        return envelope;
    }
}
