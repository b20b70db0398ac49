package app.orchard.demo;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The people of the business: they look into their inboxes and do what is to be done. What they pack and bring are orders
 * of the demo only.
 */
class Crew implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(700);

    /** Long enough for some orders to leave together. */
    private static final Duration GATHERING = Duration.ofSeconds(6);

    private static final List<String> DRIVERS = List.of("ravi", "meena");
    private static final String PASSWORD = "orchard";

    private final Api shop;
    private final Map<String, Queue<Visit>> visits = new ConcurrentHashMap<>();
    private final Map<String, Purchase> purchases = new ConcurrentHashMap<>();
    private final Map<String, String> complaints = new ConcurrentHashMap<>();
    private final Dispatcher dispatcher;
    private final List<Thread> working;

    Crew(URI shop) {
        this.shop = Api.at(shop);
        this.dispatcher = new Dispatcher(this::as, GATHERING);
        this.working = List.of("packer", "founder", "ravi", "meena").stream()
                .map(login -> Thread.ofVirtual().name(login).unstarted(() -> work(login)))
                .toList();
    }

    Api as(String login) {
        byte[] both = (login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return shop.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    void start() {
        working.forEach(Thread::start);
    }

    /** From now on this order is packed and brought. @param visits how each attempt goes; delivered after the last */
    void handle(Purchase order, Visit... visits) {
        this.purchases.put(order.id(), order);
        this.visits.put(order.id(), new ArrayDeque<>(List.of(visits)));
    }

    /** @throws Disappointment when they could not do something for this order */
    void requireNoComplaint(Purchase order) {
        String complaint = complaints.get(order.id());
        if (complaint != null) {
            throw new Disappointment(order.number() + ": " + complaint);
        }
    }

    /** What they could not do. */
    List<String> complaints() {
        return List.copyOf(complaints.values());
    }

    @Override
    public void close() {
        working.forEach(Thread::interrupt);
    }

    private void work(String login) {
        Api api = as(login);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                lookThrough(api, login);
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Disappointment e) {
                complaints.put(login, e.sentence());
            }
        }
    }

    private void lookThrough(Api api, String login) {
        if (login.equals("founder")) {
            dispatcher.look();
            return;
        }
        Map<String, JsonNode> stops = new HashMap<>();
        if (DRIVERS.contains(login)) {
            api.get("/api/staff/stops")
                    .forEach(stop -> stops.put(stop.path("order").asString(), stop));
        }
        api.get("/api/staff/tasks?limit=1000").forEach(task -> {
            Queue<Visit> planned = visits.get(task.path("order").asString(""));
            if (planned != null) {
                act(api, login, task, planned, stops);
            }
        });
    }

    private void act(Api api, String login, JsonNode task, Queue<Visit> planned, Map<String, JsonNode> stops) {
        String order = task.path("order").asString();
        switch (task.path("element").asString() + " " + (DRIVERS.contains(login) ? "driver" : login)) {
            case "userTask_packOrder packer" -> complete(api, task, Map.of("boxes", 1, "complete", true));
            case "userTask_deliverOrder driver" -> {
                Visit visit = planned.isEmpty() ? Visit.DELIVERED : planned.peek();
                JsonNode stop = stops.get(order);
                // Not yet on the list: with the next glance
                if (stop != null && complete(api, task, report(api, visit, stop))) {
                    planned.poll();
                }
            }
            default -> {
                // Somebody else's
            }
        }
    }

    /** What the customer says at the door. */
    private String pin(String order) {
        Purchase purchase = purchases.get(order);
        return purchase == null ? "" : purchase.refresh().path("pin").asString("");
    }

    private Map<String, Object> report(Api api, Visit visit, JsonNode stop) {
        String order = stop.path("order").asString();
        String kind = visit.delivered()
                ? stop.path("proof").asString()
                : stop.path("evidence").path(visit.reason()).asString("");
        List<String> evidence =
                Snapshot.of(kind).map(shot -> shot.send(api, stop)).stream().toList();
        BigDecimal due =
                BigDecimal.valueOf(stop.path("toCollect").path("amount").asLong(), 2);
        return visit.delivered()
                ? Map.of(
                        "outcome",
                        "delivered",
                        "cashCollected",
                        due,
                        "note",
                        "",
                        "pin",
                        pin(order),
                        "evidence",
                        evidence)
                : Map.of("outcome", "failed", "failureReason", visit.reason(), "note", "Demo", "evidence", evidence);
    }

    /** @return whether it was us who completed it */
    private boolean complete(Api api, JsonNode task, Map<String, Object> values) {
        Api.Answer answer =
                api.ask("POST", "/api/staff/tasks/" + task.path("key").asString() + "/completion", values);
        boolean done = answer.status() == 204;
        if (!done && !answer.type().equals("task-done") && !answer.type().equals("task-gone")) {
            complaints.put(
                    task.path("order").asString(),
                    task.path("name").asString() + ": "
                            + answer.json().path("detail").asString(answer.type()));
        }
        return done;
    }
}
