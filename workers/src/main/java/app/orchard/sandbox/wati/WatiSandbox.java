package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Controls;
import app.orchard.sandbox.http.Deliveries;
import app.orchard.sandbox.http.Faults;
import app.orchard.sandbox.http.Journal;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Routes;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Site;
import app.orchard.sandbox.http.Store;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The simulated WhatsApp provider: it takes messages over WATI's interface, shows them on phones and tells the shop's
 * webhook what became of them.
 */
public final class WatiSandbox implements AutoCloseable {
    private final Site site;
    private final Webhooks webhooks;
    private final Phones phones;
    private final Switches switches;
    private final Faults faults;
    private final Journal journal;
    private final SandboxClock clock;
    private final Store store;

    private WatiSandbox(int port, WatiAccount account, Store store, long seed) throws IOException {
        this.store = store;
        this.faults = new Faults();
        this.journal = new Journal();
        this.clock = new SandboxClock();
        this.switches = new Switches(store);
        var ids = new Ids(store, seed);
        this.phones = new Phones(store, ids, clock);
        var templates = new Templates(store, ids);
        var deliveries = new Deliveries(store, clock, attempts -> Duration.ofMillis(switches.number("retryMillis")));
        this.webhooks = new Webhooks(store, deliveries, phones, switches, ids, clock);
        account.webhook().ifPresent(url -> webhooks.register(url, List.of()));

        var limit = new RateLimit(switches, clock);
        var access = new Access(account.token(), limit, switches);
        var routes = new Routes(request -> Reply.json(404, Map.of("message", "No such route")));
        new SendApi(new Dispatch(templates, phones, webhooks, switches), ids, clock)
                .add(routes, access, account.tenant());
        new ConversationApi(phones, templates, webhooks).add(routes, access, account.tenant());
        new WebhookApi(webhooks).add(routes, access, account.tenant());
        new PhonePages(phones, webhooks, templates, switches).add(routes);
        Controls.add(routes, faults, journal, clock, store, () -> {
            deliveries.clear();
            limit.clear();
            phones.forget();
            templates.registerOurs();
            account.webhook().ifPresent(url -> webhooks.register(url, List.of()));
        });
        this.site = Site.open(port, routes, faults, journal, clock, Access.TOO_MANY);
    }

    public static WatiSandbox open(int port, WatiAccount account, Store store, long seed) throws IOException {
        return new WatiSandbox(port, account, store, seed);
    }

    public URI uri() {
        return site.uri();
    }

    public Switches switches() {
        return switches;
    }

    public Faults faults() {
        return faults;
    }

    public Journal journal() {
        return journal;
    }

    public SandboxClock clock() {
        return clock;
    }

    /** Registers another address to be told of everything. */
    public void tell(URI webhook) {
        webhooks.register(webhook, List.of());
    }

    @Override
    public void close() {
        site.close();
        webhooks.close();
        store.close();
    }
}
