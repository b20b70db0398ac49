package app.orchard.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as the demo sees it through the API of its customer, or of the staff for a sale at the stall. */
class Purchase {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Api api;
    private final String path;
    private final boolean followed;
    private volatile JsonNode state;

    Purchase(Api api, String path, boolean followed, JsonNode state) {
        this.api = api;
        this.path = path;
        this.followed = followed;
        this.state = state;
    }

    String id() {
        return state.path("id").asString();
    }

    String number() {
        return state.path("number").asString();
    }

    String status() {
        return state.path("status").asString();
    }

    long total() {
        return amount(state.path("totals").path("total"));
    }

    long captured() {
        return amount(state.path("payment").path("captured"));
    }

    long refunded() {
        return amount(state.path("payment").path("refunded"));
    }

    JsonNode state() {
        return state;
    }

    boolean happened(String kind) {
        return StreamSupport.stream(state.path("timeline").spliterator(), false)
                .anyMatch(event -> event.path("kind").asString().equals(kind));
    }

    Api api() {
        return api;
    }

    String path() {
        return path;
    }

    JsonNode refresh() {
        state = api.get(path);
        return state;
    }

    /** Follows it live. @throws Disappointment when it does not come so far in time */
    void await(Duration most, String what, Predicate<Purchase> reached) {
        long deadline = System.nanoTime() + most.toNanos();
        refresh();
        while (!reached.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new Disappointment(
                        "%s: waited %d s for %s, but it is %s".formatted(number(), most.toSeconds(), what, status()));
            }
            listen(reached, deadline);
        }
    }

    /** Until it is reached, the stream ends or the time is over. */
    private void listen(Predicate<Purchase> reached, long deadline) {
        if (!followed) {
            Patience.pause(PAUSE);
            refresh();
            return;
        }
        try (Stream<String> lines = api.lines(path + "/events")) {
            Iterator<String> each = lines.iterator();
            while (System.nanoTime() < deadline && !reached.test(this) && each.hasNext()) {
                hear(each.next());
            }
        } catch (UncheckedIOException e) {
            refresh();
        }
        if (!reached.test(this)) {
            Patience.pause(PAUSE);
        }
    }

    private void hear(String line) {
        if (line.startsWith("data:{")) {
            state = Api.json(line.substring("data:".length()));
        }
    }

    private static long amount(@Nullable JsonNode money) {
        return money == null ? 0 : money.path("amount").asLong(0);
    }
}
