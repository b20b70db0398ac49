package app.orchard.sandbox.wati;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many requests of one kind in any window of ten seconds. */
final class RateLimit {
    private final Switches switches;
    private final Clock clock;
    private final Map<String, Deque<Long>> seen = new ConcurrentHashMap<>();

    RateLimit(Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    boolean allows(String kind) {
        long limit = switches.number(kind.equals("send") ? "sendsPerWindow" : "readsPerWindow");
        long now = clock.millis();
        Deque<Long> times = seen.computeIfAbsent(kind, key -> new ArrayDeque<>());
        synchronized (times) {
            while (!times.isEmpty() && times.getFirst() <= now - switches.number("windowMillis")) {
                times.removeFirst();
            }
            if (times.size() >= limit) {
                return false;
            }
            times.addLast(now);
            return true;
        }
    }

    void clear() {
        seen.clear();
    }
}
