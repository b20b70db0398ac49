package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Controls;
import app.orchard.sandbox.http.Faults;
import app.orchard.sandbox.http.Journal;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Routes;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Site;
import app.orchard.sandbox.http.Store;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The simulated payment gateway. */
public final class RazorpaySandbox implements AutoCloseable {
    private final Site site;

    private RazorpaySandbox(Site site) {
        this.site = site;
    }

    public static RazorpaySandbox open(int port, RazorpayAccount account, Store store, long seed) throws IOException {
        var routes = new Routes(request -> Reply.json(400, Map.of("error", Map.of())));
        var faults = new Faults();
        var journal = new Journal();
        var clock = new SandboxClock();
        Controls.add(routes, faults, journal, clock, store, () -> {});
        return new RazorpaySandbox(Site.open(port, routes, faults, journal, clock, Reply.text(429, "text/plain", "")));
    }

    public URI uri() {
        return site.uri();
    }

    @Override
    public void close() {
        site.close();
    }
}
