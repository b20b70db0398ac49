package app.orchard.sandbox.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Posts webhooks when they are due and again until one is answered 2xx within five seconds, for a day. */
public final class Deliveries implements AutoCloseable {
    private static final String KIND = "delivery";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LIFE = Duration.ofHours(24);

    /** @param status what the receiver answered, 0 for nothing */
    public record Attempt(String id, int number, Instant at, int status) {}

    private final Store store;
    private final SandboxClock clock;
    private final IntFunction<Duration> pause;
    private final Map<String, Delivery> pending = new ConcurrentHashMap<>();
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile boolean abandoned;

    /** @param pause how long to wait after so many attempts */
    public Deliveries(Store store, SandboxClock clock, IntFunction<Duration> pause) {
        this.store = store;
        this.clock = clock;
        this.pause = pause;
        store.all(KIND).stream().map(Delivery::of).forEach(delivery -> pending.put(delivery.id(), delivery));
        threads.execute(this::run);
    }

    public void send(Delivery delivery) {
        store.put(KIND, delivery.id(), delivery.kept());
        pending.put(delivery.id(), delivery);
    }

    /** True after one webhook failed for a whole day: nothing is sent until {@link #resume()}. */
    public boolean abandoned() {
        return abandoned;
    }

    public void resume() {
        abandoned = false;
    }

    public List<Delivery> pending() {
        return List.copyOf(pending.values());
    }

    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    public synchronized void clear() {
        pending.clear();
        attempts.clear();
        abandoned = false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(20);
                Instant now = clock.instant();
                pending.values().stream()
                        .filter(delivery -> !abandoned && !delivery.dueAt().isAfter(now))
                        .filter(delivery -> underway.add(delivery.id()))
                        .forEach(delivery -> threads.execute(() -> attempt(delivery)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Delivery delivery) {
        int status = post(delivery);
        Instant now = clock.instant();
        note(new Attempt(delivery.id(), delivery.attempts() + 1, now, status));
        if (status >= 200 && status < 300) {
            forget(delivery);
        } else if (tooOld(delivery, now)) {
            abandoned = true;
            pending.values().stream().filter(old -> tooOld(old, now)).forEach(this::forget);
        } else {
            Delivery again = delivery.again(now.plus(pause.apply(delivery.attempts() + 1)));
            // Not when everything was cleared meanwhile.
            if (pending.replace(delivery.id(), again) != null) {
                store.put(KIND, again.id(), again.kept());
            }
        }
        underway.remove(delivery.id());
    }

    private static boolean tooOld(Delivery delivery, Instant now) {
        return delivery.createdAt().plus(LIFE).isBefore(now);
    }

    private void forget(Delivery delivery) {
        pending.remove(delivery.id());
        store.remove(KIND, delivery.id());
    }

    private int post(Delivery delivery) {
        var request =
                HttpRequest.newBuilder(delivery.to()).timeout(PATIENCE).POST(BodyPublishers.ofString(delivery.body()));
        delivery.headers().forEach(request::setHeader);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private synchronized void note(Attempt attempt) {
        if (attempts.size() == 2000) {
            attempts.removeFirst();
        }
        attempts.add(attempt);
    }
}
