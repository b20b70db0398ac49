package app.orchard.sandbox.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The paths by which a test or the demo steers any simulator: faults, journal, clock, reset. */
public final class Controls {
    private Controls() {}

    /** @param reset what else to forget when everything is reset */
    public static void add(
            Routes routes, Faults faults, Journal journal, SandboxClock clock, Store store, Runnable reset) {
        routes.on("GET", "/sandbox/faults", request -> Reply.json(200, faults.planned()));
        routes.on("POST", "/sandbox/faults", request -> {
            faults.plan(fault(request.json()));
            return done();
        });
        routes.on("DELETE", "/sandbox/faults", request -> {
            faults.clear();
            return done();
        });
        routes.on("GET", "/sandbox/journal", request -> Reply.json(200, journal.entries()));
        routes.on("DELETE", "/sandbox/journal", request -> {
            journal.clear();
            return done();
        });
        routes.on("POST", "/sandbox/clock", request -> {
            clock.advance(Duration.ofSeconds(number(request.json(), "advanceSeconds", 0)));
            return Reply.json(200, Map.of("now", clock.instant().toString()));
        });
        routes.on("POST", "/sandbox/reset", request -> {
            faults.clear();
            journal.clear();
            store.clear();
            reset.run();
            return done();
        });
    }

    private static Fault fault(Map<String, Object> body) {
        return new Fault(
                Fault.Kind.valueOf(Objects.toString(body.get("kind"))),
                Objects.toString(body.getOrDefault("method", "")),
                Objects.toString(body.getOrDefault("path", "")),
                (int) number(body, "skip", 0),
                (int) number(body, "times", 1),
                number(body, "millis", 0));
    }

    private static long number(Map<String, Object> body, String name, long otherwise) {
        return body.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    private static Reply done() {
        return Reply.json(200, Map.of("done", true));
    }
}
