package app.orchard.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Sees to it that what is packed leaves: closes runs, approves their plans, starts tours where nobody else does, and
 * counts the cash that comes back.
 */
final class Dispatcher {

    private final Function<String, Api> people;
    private final Api founder;
    private final Duration gathering;
    private final boolean startsTours;
    private final Map<String, Instant> packedSince = new HashMap<>();

    /**
     * @param gathering for how long a run waits for more after its first order was packed
     * @param startsTours as their drivers, who have no phones
     */
    Dispatcher(Function<String, Api> people, Duration gathering, boolean startsTours) {
        this.people = people;
        this.founder = people.apply("founder");
        this.gathering = gathering;
        this.startsTours = startsTours;
    }

    /** Does what can be done now. */
    void look() {
        founder.get("/api/staff/runs").forEach(this::close);
        founder.get("/api/staff/tasks?limit=1000").forEach(this::act);
    }

    private void close(JsonNode run) {
        String id = run.path("id").asString();
        boolean isEmpty = run.path("orders").asInt() == 0;
        if (!run.path("state").asString().equals("collecting")
                || (run.path("packed").asInt() == 0 && !isEmpty)) {
            return;
        }
        Instant since = packedSince.computeIfAbsent(id, first -> Instant.now());
        if (Instant.now().isAfter(since.plus(gathering))) {
            founder.ask("POST", "/api/staff/runs/" + id + "/closing", null);
        }
    }

    private void act(JsonNode task) {
        String subject = task.path("subject").asString("");
        switch (task.path("element").asString()) {
            case "userTask_approveRun" -> complete(founder, task, Map.of("decision", "approve"));
            case "userTask_startTour" -> {
                if (startsTours) {
                    complete(driver(subject), task, Map.of());
                }
            }
            case "userTask_countCash" -> complete(founder, task, Map.of("counted", carried(driver(subject))));
            default -> {
                // Somebody else's
            }
        }
    }

    private Api driver(String tour) {
        return people.apply(
                founder.get("/api/staff/tours/" + tour).path("driver").asString());
    }

    private static BigDecimal carried(Api driver) {
        return BigDecimal.valueOf(
                driver.get("/api/staff/cash/mine").path("amount").asLong(), 2);
    }

    /** Refused when nothing is packed yet, or when the plan changed in the same moment: the next look sees what to do. */
    private static void complete(Api by, JsonNode task, Map<String, Object> values) {
        by.ask("POST", "/api/staff/tasks/" + task.path("key").asString() + "/completion", values);
    }
}
