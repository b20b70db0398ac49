package app.orchard.storefront;

import app.orchard.shared.Changes;
import app.orchard.storefront.OrderStreams.Snapshot;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One follower of one order. */
class OrderStream {

    private static final Logger log = LoggerFactory.getLogger(OrderStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long RECONNECT_MILLIS = 2000;

    private final Changes changes;
    private final Clock clock;
    private final String topic;
    private final SseEmitter emitter;
    private final MediaType format;
    private final Supplier<Snapshot> state;
    private final Semaphore changed = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Object sent;

    OrderStream(
            Changes changes,
            Clock clock,
            String topic,
            SseEmitter emitter,
            MediaType format,
            Supplier<Snapshot> state) {
        this.changes = changes;
        this.clock = clock;
        this.topic = topic;
        this.emitter = emitter;
        this.format = format;
        this.state = state;
    }

    void close() {
        closed = true;
        changed.release();
    }

    void run(Snapshot first) {
        try (Changes.Subscription subscription = changes.subscribe(topic::equals, heard -> changed.release())) {
            emitter.onError(gone -> close());
            emitter.onCompletion(this::close);
            send(first);
            follow(clock.instant().plus(LONGEST));
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            log.debug("A follower of {} has gone", topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.info("A stream of {} ends early, its follower will ask again: {}", topic, e.toString());
            emitter.complete();
        }
    }

    private void follow(Instant until) throws IOException, InterruptedException {
        boolean last = false;
        while (!last && !closed && clock.instant().isBefore(until)) {
            Snapshot now = state.get();
            send(now);
            last = now.last();
            if (last) {
                emitter.send(SseEmitter.event().name("ended").data("The order has ended."));
            } else {
                await();
            }
        }
    }

    private void await() throws IOException, InterruptedException {
        if (changed.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            changed.drainPermits();
        } else {
            emitter.send(SseEmitter.event().comment("still here"));
        }
    }

    private void send(Snapshot now) throws IOException {
        if (!now.data().equals(sent)) {
            emitter.send(SseEmitter.event()
                    .name("order")
                    .reconnectTime(RECONNECT_MILLIS)
                    .data(now.data(), format));
            sent = now.data();
        }
    }
}
