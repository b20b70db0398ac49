package app.orchard.sandbox.wati;

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

/** The simulated WhatsApp provider. */
public final class WatiSandbox implements AutoCloseable {
    private final Site site;

    private WatiSandbox(Site site) {
        this.site = site;
    }

    public static WatiSandbox open(int port, WatiAccount account, Store store, long seed) throws IOException {
        var routes = new Routes(request -> Reply.json(404, Map.of("message", "No such route for " + account.tenant())));
        var faults = new Faults();
        var journal = new Journal();
        var clock = new SandboxClock();
        Controls.add(routes, faults, journal, clock, store, () -> {});
        return new WatiSandbox(Site.open(port, routes, faults, journal, clock, Reply.text(429, "text/plain", "")));
    }

    public URI uri() {
        return site.uri();
    }

    @Override
    public void close() {
        site.close();
    }
}
