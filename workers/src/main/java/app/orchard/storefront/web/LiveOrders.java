package app.orchard.storefront.web;

import app.orchard.order.Orders;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open order pages that something changed; what, they read themselves. A page that misses a notice gets all of
 * them by connecting again.
 */
@Controller
class LiveOrders {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_OF_ONE_ORDER = 10;

    private final Orders orders;
    private final ConcurrentMap<String, Set<SseEmitter>> watchers = new ConcurrentHashMap<>();
    private final Changes.Subscription subscription;
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    LiveOrders(Orders orders, Changes changes) {
        this.orders = orders;
        this.subscription = changes.subscribe(watchers::containsKey, this::tell);
    }

    @GetMapping(path = "/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(Visitor visitor, @PathVariable UUID id) {
        OrderId order = orders.get(new OrderId(id), visitor.requireCustomer()).id();
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        String topic = "order:" + order;
        watch(topic, emitter);
        emitter.onCompletion(() -> forget(topic, emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> forget(topic, emitter));
        send(emitter, SseEmitter.event().name("changed").data("").reconnectTime(3000));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(emitter);
    }

    /** Proxies and phones drop connections that stay silent. */
    @Scheduled(fixedRate = 20_000)
    void stayConnected() {
        watchers.values()
                .forEach(all -> all.forEach(one -> send(one, SseEmitter.event().comment(""))));
    }

    @PreDestroy
    void stop() {
        subscription.close();
        watchers.values().stream().flatMap(Set::stream).forEach(SseEmitter::complete);
        sending.shutdownNow();
    }

    private void tell(String topic) {
        Set<String> topics = topic.equals(Changes.EVERYTHING) ? Set.copyOf(watchers.keySet()) : Set.of(topic);
        topics.stream()
                .flatMap(t -> List.copyOf(watchers.getOrDefault(t, Set.of())).stream())
                .forEach(one -> send(one, SseEmitter.event().name("changed").data("")));
    }

    private void watch(String topic, SseEmitter emitter) {
        watchers.compute(topic, (t, known) -> {
            Set<SseEmitter> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.stream()
                    .limit(Math.max(0, all.size() - MOST_OF_ONE_ORDER + 1))
                    .forEach(SseEmitter::complete);
            all.add(emitter);
            return all;
        });
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        sending.execute(() -> {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException gone) {
                emitter.completeWithError(gone);
            }
        });
    }

    private void forget(String topic, SseEmitter emitter) {
        watchers.computeIfPresent(topic, (t, all) -> {
            all.remove(emitter);
            return all.isEmpty() ? null : all;
        });
    }
}
