package app.orchard.demo;

import app.orchard.routing.town.DemoTown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The phone of a driver: it starts tours, says where it is on the way from door to door, and what was done there. Without
 * network it goes on with what it heard last, and sends what was done when it is back.
 */
final class DriverPhone {

    private static final Duration DEAD_SPOT = Duration.ofSeconds(6);
    private static final Duration BETWEEN_PLACES = Duration.ofMillis(150);
    private static final int PLACES_ON_THE_WAY = 3;
    private static final String DELIVER = "userTask_deliverOrder";
    private static final String START = "userTask_startTour";

    private final Api api;
    private final Doors doors;
    private final Outbox outbox;
    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, String> startKeys = new HashMap<>();
    private final Set<String> askedForUpi = new HashSet<>();
    private List<JsonNode> tours = List.of();
    private List<JsonNode> stops = List.of();
    private List<JsonNode> tasks = List.of();
    private Instant deadUntil = Instant.MIN;
    private final AtomicInteger sentLater = new AtomicInteger();

    /** @param api logged in as the driver */
    DriverPhone(Api api, Doors doors, BiConsumer<String, String> complain) {
        this.api = api;
        this.doors = doors;
        this.outbox = new Outbox(complain);
    }

    int places() {
        return outbox.placesSent();
    }

    int deeds() {
        return outbox.deedsSent();
    }

    /** What was done without network. */
    int sentLater() {
        return sentLater.get();
    }

    /** Does what can be done now. */
    void look() {
        if (isOnline()) {
            outbox.send(api);
            tours = api.get("/api/staff/tours").valueStream().toList();
            stops = api.get("/api/staff/stops").valueStream().toList();
            tasks = api.get("/api/staff/tasks?limit=1000").valueStream().toList();
            tasks.stream()
                    .filter(task -> task.path("element").asString().equals(START))
                    .forEach(this::start);
        }
        tours.stream()
                .filter(tour -> tour.path("state").asString().equals("started"))
                .map(tour -> tour.path("id").asString())
                .forEach(this::drive);
    }

    private boolean isOnline() {
        return Instant.now().isAfter(deadUntil);
    }

    /** Refused when nothing is packed yet, or when the plan changed in the same moment: the next look sees what to do. */
    private void start(JsonNode task) {
        String key = task.path("key").asString();
        api.with("Idempotency-Key", startKeys.computeIfAbsent(key, first -> newId()))
                .ask("POST", completion(key), Map.of());
    }

    private void drive(String tour) {
        stops.stream()
                .filter(stop -> stop.path("tour").asString().equals(tour))
                .filter(stop -> stop.path("onTheWay").asBoolean())
                .filter(stop -> doors.isOurs(order(stop)) && !outbox.has(stop))
                .forEach(stop -> tasks.stream()
                        .filter(task -> task.path("element").asString().equals(DELIVER))
                        .filter(task -> task.path("order").asString("").equals(order(stop)))
                        .findFirst()
                        .ifPresent(task -> visit(tour, stop, task.path("key").asString())));
    }

    private void visit(String tour, JsonNode stop, String task) {
        Visit visit = doors.next(order(stop));
        if (visit.how() == Visit.How.HELD_UP && !doors.isKnownToBeLate(order(stop))) {
            standStill(tour, stop);
            return;
        }
        driveTo(tour, stop);
        if (visit.how() == Visit.How.PAID_BY_UPI && due(stop) > 0) {
            askForUpi(order(stop));
            return;
        }
        boolean isInDeadSpot = visit.how() == Visit.How.IN_A_DEAD_SPOT;
        if (isInDeadSpot) {
            deadUntil = Instant.now().plus(DEAD_SPOT);
        }
        outbox.add(new Deed(newId(), stop, task, said(visit, stop), asked(visit, stop), isInDeadSpot));
        doors.visited(order(stop));
        if (!isOnline()) {
            sentLater.incrementAndGet();
        }
        sendIfOnline();
    }

    /** Once; then the next looks see whether the money is there. */
    private void askForUpi(String order) {
        if (isOnline() && !askedForUpi.contains(order)) {
            api.post("/api/staff/stops/" + order + "/payment", Map.of());
            doors.pay(order);
            askedForUpi.add(order);
        }
    }

    private void standStill(String tour, JsonNode stop) {
        Spot.ofDoor(stop).ifPresent(door -> spots.putIfAbsent(tour, spot(tour).towards(door, 0.5)));
        outbox.isAt(tour, spot(tour));
        sendIfOnline();
    }

    private void driveTo(String tour, JsonNode stop) {
        Spot.ofDoor(stop).ifPresent(door -> {
            Spot from = spot(tour);
            for (int n = 1; n <= PLACES_ON_THE_WAY; n++) {
                Patience.pause(BETWEEN_PLACES);
                outbox.isAt(tour, from.towards(door, (double) n / PLACES_ON_THE_WAY));
                sendIfOnline();
            }
            spots.put(tour, door);
        });
    }

    private Spot spot(String tour) {
        return spots.getOrDefault(tour, Spot.of(DemoTown.STORE.at()));
    }

    private void sendIfOnline() {
        if (isOnline()) {
            outbox.send(api);
        }
    }

    private Map<String, Object> said(Visit visit, JsonNode stop) {
        if (!visit.delivered()) {
            return Map.of("outcome", "failed", "failureReason", visit.reason(), "note", "Demo");
        }
        BigDecimal due = BigDecimal.valueOf(due(stop), 2);
        return Map.of("outcome", "delivered", "cashCollected", due, "note", "", "pin", doors.pin(order(stop)));
    }

    private static long due(JsonNode stop) {
        return stop.path("toCollect").path("amount").asLong();
    }

    private static String asked(Visit visit, JsonNode stop) {
        return visit.delivered()
                ? stop.path("proof").asString()
                : stop.path("evidence").path(visit.reason()).asString("");
    }

    private static String order(JsonNode stop) {
        return stop.path("order").asString();
    }

    private static String completion(String task) {
        return "/api/staff/tasks/" + task + "/completion";
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
