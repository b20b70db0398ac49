package app.orchard.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** How many places of each slot are taken. */
class Places {

    private static final Duration AHEAD = Duration.ofDays(30);

    private final Api founder;
    private final Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Places(Api founder) {
        this.founder = founder;
    }

    /** @return by zone and beginning, as {@code zone@instant} */
    Map<String, Integer> taken() {
        Map<String, Integer> taken = new HashMap<>();
        founder.get("/api/staff/slots?from=" + from + "&until=" + from.plus(AHEAD))
                .forEach(slot -> taken.put(
                        key(slot.path("zone").asString(), slot.path("startsAt").asString()),
                        slot.path("capacity").asInt() - slot.path("free").asInt()));
        return taken;
    }

    static String key(String zone, String startsAt) {
        return zone + "@" + startsAt;
    }
}
