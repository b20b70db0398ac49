package app.orchard.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** What a phone has still to send: where it was, and what was done at doors, in this order and each once. */
final class Outbox {

    private static final Set<String> DONE_ALREADY = Set.of("task-done", "task-gone");

    private final Map<String, List<Map<String, Object>>> places = new LinkedHashMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final BiConsumer<String, String> complain;
    private final AtomicInteger placesSent = new AtomicInteger();
    private final AtomicInteger deedsSent = new AtomicInteger();

    /** @param complain hears of an order what was refused, and why */
    Outbox(BiConsumer<String, String> complain) {
        this.complain = complain;
    }

    void add(Deed deed) {
        deeds.add(deed);
    }

    void isAt(String tour, Spot spot) {
        places.computeIfAbsent(tour, first -> new ArrayList<>()).add(spot.seenNow());
    }

    boolean has(JsonNode stop) {
        return deeds.stream().anyMatch(deed -> deed.isOf(stop));
    }

    int placesSent() {
        return placesSent.get();
    }

    int deedsSent() {
        return deedsSent.get();
    }

    /** Where it was comes first: a tour ends with its last door. */
    void send(Api api) {
        places.forEach((tour, seen) -> {
            // A tour that was taken over meanwhile wants to know no more
            if (api.ask("POST", "/api/staff/tours/" + tour + "/positions", Map.of("positions", seen))
                            .status()
                    == 204) {
                placesSent.addAndGet(seen.size());
            }
        });
        places.clear();
        while (!deeds.isEmpty()) {
            Deed deed = deeds.getFirst();
            if (send(api, deed)) {
                deedsSent.incrementAndGet();
                if (deed.isSaidTwice()) {
                    send(api, deed);
                }
            }
            deeds.removeFirst();
        }
    }

    private boolean send(Api api, Deed deed) {
        Map<String, Object> values = new HashMap<>(deed.values());
        Snapshot.of(deed.picture()).ifPresent(shot -> values.put("evidence", List.of(shot.send(api, deed.stop()))));
        Api.Answer answer = api.with("Idempotency-Key", deed.id())
                .ask("POST", "/api/staff/tasks/" + deed.task() + "/completion", values);
        boolean isDone = answer.status() == 204;
        if (!isDone && (deed.isSaidTwice() || !DONE_ALREADY.contains(answer.type()))) {
            complain.accept(
                    deed.order(), "At the door: " + answer.json().path("detail").asString(answer.type()));
        }
        return isDone;
    }
}
