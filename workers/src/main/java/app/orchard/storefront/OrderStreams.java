package app.orchard.storefront;

import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells browsers and apps at once what becomes of an order, as server-sent events: the state as it is, then each new
 * one, then {@code ended}. Each stream is a virtual thread that sleeps until the order changes.
 */
@Component
public class OrderStreams {

    private static final int MOST = 1000;
    private static final int MOST_OF_ONE = 6;

    private final Changes changes;
    private final Clock clock;
    private final Map<OrderStream, Object> open = new ConcurrentHashMap<>();

    OrderStreams(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What a stream shows at a moment.
     *
     * @param data sent when it differs from what was sent last
     * @param last nothing more will come
     */
    public record Snapshot(Object data, boolean last) {}

    /**
     * @param follower who has only so many at a time: a customer, or the link that somebody was given
     * @param format of the data
     * @param state read now, so that its refusals reach the caller, and again with each change
     * @throws Refusal TOO_MANY {@code too-many-streams}, and what the state throws
     */
    public SseEmitter follow(OrderId order, Object follower, MediaType format, Supplier<Snapshot> state) {
        Snapshot first = state.get();
        refuseTooMany(follower);
        SseEmitter emitter = new SseEmitter(0L);
        OrderStream stream = new OrderStream(changes, clock, "order:" + order, emitter, format, state);
        open.put(stream, follower);
        Thread.ofVirtual().name("stream of " + order).start(() -> {
            try {
                stream.run(first);
            } finally {
                open.remove(stream);
            }
        });
        return emitter;
    }

    /** Open streams would hold up the end of the application. */
    @EventListener
    void close(ContextClosedEvent closing) {
        open.keySet().forEach(OrderStream::close);
    }

    private void refuseTooMany(Object follower) {
        long theirs = open.values().stream().filter(follower::equals).count();
        if (open.size() >= MOST || theirs >= MOST_OF_ONE) {
            throw Refusal.tooMany("too-many-streams", "Too many pages follow orders already. Please close some.");
        }
    }
}
