package app.orchard.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * The people of the business: they look into their inboxes and do what is to be done. What they pack and bring are orders
 * of the demo only.
 */
class Crew implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(700);

    /** Long enough for some orders to leave together. */
    private static final Duration GATHERING = Duration.ofSeconds(6);

    /** Logins, and the numbers of their phones. */
    private static final Map<String, String> DRIVERS = Map.of("ravi", "+919845000003", "meena", "+919845000004");

    private static final Duration UNTIL_THE_WINDOW = Duration.ofSeconds(40);
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final String PASSWORD = "orchard";

    private final Api shop;
    private final Shop logins;
    private final Doors doors;
    private final List<DriverPhone> phones = new CopyOnWriteArrayList<>();
    private final AtomicInteger loggedInByCode = new AtomicInteger();
    private final Map<String, String> complaints = new ConcurrentHashMap<>();
    private final List<Thread> working;

    Crew(URI shop, URI whatsApp) {
        this.shop = Api.at(shop);
        this.doors = new Doors(new Gateway(this.shop));
        this.logins = new Shop(this.shop, Api.at(whatsApp));
        Dispatcher dispatcher = new Dispatcher(this::as, GATHERING, false);
        List<Thread> all = new ArrayList<>();
        all.add(thread("packer", () -> work("packer", () -> lookThrough(as("packer")))));
        all.add(thread("founder", () -> work("founder", dispatcher::look)));
        DRIVERS.forEach((login, number) -> all.add(thread(login, () -> drive(login, number))));
        this.working = List.copyOf(all);
    }

    private static Thread thread(String name, Runnable work) {
        return Thread.ofVirtual().name(name).unstarted(work);
    }

    Api as(String login) {
        byte[] both = (login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return shop.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    void start() {
        working.forEach(Thread::start);
    }

    /** A last window of today for a zone: it begins, and is over, within the next minute or so. */
    void openWindow(String zone) {
        ZonedDateTime now = ZonedDateTime.now(DemoBusiness.ZONE).truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime starts = now.plus(UNTIL_THE_WINDOW);
        if (!starts.plus(WINDOW).toLocalDate().equals(now.toLocalDate())) {
            starts = now.toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(DemoBusiness.ZONE)
                    .plus(UNTIL_THE_WINDOW);
        }
        String day = starts.toLocalDate().toString();
        as("founder")
                .post(
                        "/api/staff/windows",
                        Map.of(
                                "zone",
                                zone,
                                "weekday",
                                starts.getDayOfWeek().name(),
                                "starts",
                                starts.toLocalTime().toString(),
                                "ends",
                                starts.plus(WINDOW).toLocalTime().toString(),
                                "cutoffMinutes",
                                0,
                                "stops",
                                5,
                                "from",
                                day,
                                "until",
                                day));
    }

    /** From now on this order is packed and brought. @param visits how each attempt goes; delivered after the last */
    void handle(Purchase order, Visit... visits) {
        doors.expect(order, visits);
    }

    /** @throws Disappointment when they could not do something for this order */
    void requireNoComplaint(Purchase order) {
        String complaint = complaints.get(order.id());
        if (complaint != null) {
            throw new Disappointment(order.number() + ": " + complaint);
        }
    }

    /** What the phones did, for people. */
    String roads() {
        return "%d drivers' phones (%d logged in by code): %d doors, %d positions; %d doors in a dead spot, sent later"
                .formatted(
                        phones.size(),
                        loggedInByCode.get(),
                        phones.stream().mapToInt(DriverPhone::deeds).sum(),
                        phones.stream().mapToInt(DriverPhone::places).sum(),
                        phones.stream().mapToInt(DriverPhone::sentLater).sum());
    }

    /** What they could not do. */
    List<String> complaints() {
        return List.copyOf(complaints.values());
    }

    @Override
    public void close() {
        working.forEach(Thread::interrupt);
    }

    private void work(String login, Runnable look) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look.run();
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Disappointment e) {
                complaints.put(login, e.sentence());
            }
        }
    }

    /** By a code that comes over WhatsApp; once the codes of an hour are used up, with the password. */
    private void drive(String login, String number) {
        Api api = as(login);
        try {
            api = logins.driver(number);
            loggedInByCode.incrementAndGet();
        } catch (Disappointment e) {
            // Nothing to do about it
        }
        DriverPhone phone = new DriverPhone(api, doors, complaints::put);
        phones.add(phone);
        work(login, phone::look);
    }

    private void lookThrough(Api api) {
        api.get("/api/staff/tasks?limit=1000").forEach(task -> {
            boolean isToPack = task.path("element").asString().equals("userTask_packOrder");
            if (isToPack && doors.isOurs(task.path("order").asString(""))) {
                complete(api, task, Map.of("boxes", 1, "complete", true));
            }
        });
    }

    private void complete(Api api, JsonNode task, Map<String, Object> values) {
        Api.Answer answer =
                api.ask("POST", "/api/staff/tasks/" + task.path("key").asString() + "/completion", values);
        if (answer.status() != 204
                && !answer.type().equals("task-done")
                && !answer.type().equals("task-gone")) {
            complaints.put(
                    task.path("order").asString(),
                    task.path("name").asString() + ": "
                            + answer.json().path("detail").asString(answer.type()));
        }
    }
}
