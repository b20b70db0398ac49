package app.orchard.browser;

import app.orchard.Orchard;
import app.orchard.RunningParts;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.StockKeeping;
import app.orchard.inventory.StockLine;
import app.orchard.sandbox.Sandbox;
import app.orchard.sandbox.SandboxOptions;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import io.camunda.zeebe.client.ZeebeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole product with its demo business in this JVM: real database, real broker, both simulators, shop and console.
 * Started once for all tests; each works on orders of its own.
 */
final class RunningOrchard {

    private static final String WEBHOOK_TOKEN = "browser_tests";
    private static @Nullable RunningOrchard running;

    private final URI uri;
    private final Sandbox sandbox;
    private final ConfigurableApplicationContext application;

    private RunningOrchard() throws IOException {
        int port = freePort();
        uri = URI.create("http://127.0.0.1:" + port);
        sandbox = Sandbox.start(SandboxOptions.inMemory()
                .razorpayWebhook(uri.resolve("/hooks/razorpay"))
                .watiWebhook(uri.resolve("/hooks/wati/" + WEBHOOK_TOKEN)));
        application = new SpringApplicationBuilder(Orchard.class)
                .initializers(new RunningParts.DatabaseAndBroker())
                .run(settings(port).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    static synchronized RunningOrchard get() {
        try {
            if (running == null) {
                running = new RunningOrchard();
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return uri;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }

    ZeebeClient engine() {
        return application.getBean(ZeebeClient.class);
    }

    /** Writes off all packs of the store but some. */
    void leave(String sku, int packs) {
        UUID pack = jdbc().sql("select id from variant where sku = ?")
                .param(sku)
                .query(UUID.class)
                .single();
        int left = application
                .getBean(Inventory.class)
                .available(Location.STORE, List.of(pack))
                .getOrDefault(pack, 0);
        Staff packer = new Staff(UUID.randomUUID(), "packer", "Packer", "", Set.of(Role.PACKER));
        application
                .getBean(StockKeeping.class)
                .writeOff(
                        Location.STORE,
                        List.of(new StockLine(pack, left - packs)),
                        UUID.randomUUID().toString(),
                        packer);
    }

    /** From now on orders are prepared so long before their slot; the demo business begins at once. */
    void prepareBefore(Duration lead) {
        jdbc().sql("update business set preparation_lead_seconds = ?")
                .param(lead.toSeconds())
                .update();
        jdbc().sql("notify orchard, 'business'").update();
    }

    /** Somebody new who drives. */
    Staff hireDriver(String login, String name, String phone) {
        return application
                .getBean(StaffAccounts.class)
                .create(login, name, phone, "orchard-orchard", Set.of(Role.DRIVER));
    }

    private Map<String, Object> settings(int port) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("orchard.public-url", uri.toString());
        settings.put("orchard.demo-business", true);
        settings.put("orchard.driver.undo", "6s");
        settings.put("orchard.login.codes-an-hour-from-one-address", 1000);
        settings.put("orchard.razorpay.base-url", sandbox.razorpayUri().toString());
        settings.put("orchard.razorpay.key-id", "rzp_test_orchard");
        settings.put("orchard.razorpay.key-secret", "orchard_key_secret");
        settings.put("orchard.razorpay.webhook-secret", "orchard_webhook_secret");
        settings.put("orchard.wati.endpoint", sandbox.watiUri().toString());
        settings.put("orchard.wati.tenant", "1001");
        settings.put("orchard.wati.token", "orchard_wati_token");
        settings.put("orchard.wati.webhook-token", WEBHOOK_TOKEN);
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
