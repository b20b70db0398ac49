package app.orchard.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The people of the business, who look at one common inbox and do what an order asks for when it asks for it. */
final class Staff implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(400);
    private static final Duration GATHERING = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Life.PATIENCE;
    private static final Set<String> DONE_ALREADY = Set.of("task-done", "task-gone");

    private final Api shop;
    private final Thread looking = Thread.ofVirtual().name("inbox").unstarted(this::look);
    private volatile boolean leaving = true;
    private final Thread dispatching = Thread.ofVirtual().name("dispatcher").unstarted(this::dispatch);
    private final AtomicInteger retried = new AtomicInteger();
    private volatile Map<String, JsonNode> inbox = Map.of();

    Staff(Api shop) {
        this.shop = shop;
        looking.start();
        dispatching.start();
    }

    Api as(String login) {
        byte[] both = (login + ":orchard").getBytes(StandardCharsets.UTF_8);
        return shop.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** The task of this order that was not done yet; waits for it. */
    String task(String order, String element, Set<String> done) {
        return Patience.until(
                PATIENCE,
                element + " of " + order,
                () -> Optional.ofNullable(inbox.get(order))
                        .filter(task -> task.path("element").asString().equals(element))
                        .map(task -> task.path("key").asString())
                        .filter(key -> !done.contains(key)));
    }

    /** Login of the one who has to do what this order asks for. */
    String assignee(String order) {
        return Patience.until(
                PATIENCE,
                "somebody for " + order,
                () -> Optional.ofNullable(inbox.get(order))
                        .map(task -> task.path("assignee").asString(""))
                        .filter(login -> !login.isEmpty()));
    }

    void complete(String login, String task, Map<String, Object> values) {
        Api.Answer answer = as(login).ask("POST", "/api/staff/tasks/" + task + "/completion", values);
        if (answer.status() != 204 && !DONE_ALREADY.contains(answer.type())) {
            throw new Disappointment("a task was refused with %d: %s".formatted(answer.status(), answer.json()));
        }
    }

    /** Presses Retry at every incident there is. */
    void retryIncidents() {
        List<JsonNode> open = incidents();
        open.forEach(incident -> as("founder")
                .ask("POST", "/api/staff/incidents/" + incident.path("key").asString() + "/retry", null));
        retried.addAndGet(open.size());
    }

    List<JsonNode> incidents() {
        return as("founder").get("/api/staff/incidents").valueStream().toList();
    }

    /** How often somebody had to press Retry. */
    int retried() {
        return retried.get();
    }

    private void look() {
        Api founder = as("founder");
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Map<String, JsonNode> seen = new HashMap<>();
                founder.get("/api/staff/tasks?limit=1000")
                        .forEach(task -> seen.put(task.path("order").asString(""), task));
                inbox = seen;
                Thread.sleep(GLANCE);
            } catch (Disappointment away) {
                inbox = Map.of();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether what is packed leaves, as it does unless told otherwise. */
    void letLeave(boolean leaving) {
        this.leaving = leaving;
    }

    /** What is packed leaves, whatever breaks meanwhile. */
    private void dispatch() {
        Dispatcher dispatcher = new Dispatcher(this::as, GATHERING, true);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (leaving) {
                    dispatcher.look();
                }
                Thread.sleep(GLANCE);
            } catch (Disappointment away) {
                Patience.pause(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        looking.interrupt();
        dispatching.interrupt();
    }
}
