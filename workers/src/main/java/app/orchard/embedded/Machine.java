package app.orchard.embedded;

import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.RazorpayAccount;
import app.orchard.sandbox.razorpay.RazorpaySandbox;
import app.orchard.sandbox.wati.WatiAccount;
import app.orchard.sandbox.wati.WatiSandbox;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of one run on this machine: those the person did not bring along, and the application. */
final class Machine {
    private static final RazorpayAccount RAZORPAY =
            new RazorpayAccount("rzp_test_orchard", "orchard_key_secret", "orchard_webhook_secret", Optional.empty());
    private static final WatiAccount WATI = new WatiAccount("1001", "orchard_wati_token", Optional.empty());
    private static final String WATI_WEBHOOK_TOKEN = "orchard_wati_webhook";

    private final UpOptions options;
    private final DataFolder data;
    private final Surroundings surroundings;
    private final @Nullable EmbeddedDatabase database;

    Machine(UpOptions options, DataFolder data, Surroundings surroundings) {
        this.options = options;
        this.data = data;
        this.surroundings = surroundings;
        this.database = surroundings.bringDatabase()
                ? null
                : new EmbeddedDatabase(data.of("postgresql"), data.log("postgresql"), port(PortOption.DATABASE));
    }

    DataFolder data() {
        return data;
    }

    Optional<EmbeddedDatabase> database() {
        return Optional.ofNullable(database);
    }

    /** Everything that can start once the database runs, in the order in which it is stopped last to first. */
    List<Part> rest() {
        var parts = new ArrayList<Part>();
        if (!surroundings.bringBroker()) {
            parts.add(broker(exporterDatabase()));
        }
        if (!surroundings.bringRazorpay()) {
            parts.add(razorpay());
        }
        if (!surroundings.bringWati()) {
            parts.add(wati());
        }
        parts.add(application(settings()));
        return parts;
    }

    void stopLeftovers() {
        Stream.of(application(Map.of()), broker(null)).forEach(Part::stopLeftover);
        database().ifPresent(Part::stopLeftover);
    }

    /** @throws StartFailed with a sentence for each port that somebody else uses */
    void checkPorts() {
        var complaints = usedPorts()
                .filter(port -> Ports.isTaken(port(port)))
                .map(port -> port.taken(port(port)))
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new StartFailed(complaints);
        }
    }

    String readyScreen() {
        return new ReadyScreen(options, surroundings).text();
    }

    private Stream<PortOption> usedPorts() {
        var used = Stream.of(
                surroundings.bringDatabase() ? List.<PortOption>of() : List.of(PortOption.DATABASE),
                surroundings.bringBroker()
                        ? List.<PortOption>of()
                        : List.of(PortOption.BROKER, PortOption.BROKER_HEALTH),
                surroundings.bringRazorpay() ? List.<PortOption>of() : List.of(PortOption.RAZORPAY),
                surroundings.bringWati() ? List.<PortOption>of() : List.of(PortOption.WATI),
                List.of(PortOption.SHOP));
        return used.flatMap(List::stream);
    }

    private EmbeddedBroker broker(BrokerPlan.@Nullable ExporterDatabase exporterDatabase) {
        return new EmbeddedBroker(new BrokerPlan(
                data.of("zeebe"),
                data.log("zeebe"),
                port(PortOption.BROKER),
                port(PortOption.BROKER_HEALTH),
                false,
                exporterDatabase));
    }

    private Part razorpay() {
        var account = RAZORPAY.tells(shop("/hooks/razorpay"));
        return new Simulator(
                "Razorpay simulator",
                port(PortOption.RAZORPAY),
                () -> RazorpaySandbox.open(port(PortOption.RAZORPAY), account, store("razorpay"), System.nanoTime()));
    }

    private Part wati() {
        var account = WATI.tells(shop("/hooks/wati/" + WATI_WEBHOOK_TOKEN));
        return new Simulator(
                "WATI simulator",
                port(PortOption.WATI),
                () -> WatiSandbox.open(port(PortOption.WATI), account, store("wati"), System.nanoTime()));
    }

    private Store store(String vendor) throws IOException {
        return Store.in(data.of("simulators").resolve(vendor + ".jsonl"));
    }

    private ApplicationProcess application(Map<String, String> settings) {
        return new ApplicationProcess(
                data.of("application"),
                data.log("application"),
                port(PortOption.SHOP),
                ApplicationProcess.ofThisProgram(),
                settings);
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put(
                "ORCHARD_PUBLIC_URL",
                surroundings.value("ORCHARD_PUBLIC_URL").orElse("http://localhost:" + port(PortOption.SHOP)));
        // With the demo's passwords only this machine may reach it, unless somebody decides otherwise
        settings.put("SERVER_ADDRESS", surroundings.value("SERVER_ADDRESS").orElse("127.0.0.1"));
        settings.put(
                "ORCHARD_DEMO_BUSINESS",
                surroundings.value("ORCHARD_DEMO_BUSINESS").orElse("true"));
        database()
                .ifPresent(own -> settings.putAll(Map.of(
                        "SPRING_DATASOURCE_URL", own.url(),
                        "SPRING_DATASOURCE_USERNAME", own.user(),
                        "SPRING_DATASOURCE_PASSWORD", own.password())));
        if (!surroundings.bringBroker()) {
            settings.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + port(PortOption.BROKER));
        }
        if (!surroundings.bringRazorpay()) {
            settings.putAll(razorpaySettings());
        }
        if (!surroundings.bringWati()) {
            settings.putAll(watiSettings());
        }
        return settings;
    }

    private Map<String, String> razorpaySettings() {
        var simulator = "http://127.0.0.1:" + port(PortOption.RAZORPAY);
        return Map.of(
                "ORCHARD_RAZORPAY_BASE_URL", simulator,
                "ORCHARD_RAZORPAY_KEY_ID", RAZORPAY.keyId(),
                "ORCHARD_RAZORPAY_KEY_SECRET", RAZORPAY.keySecret(),
                "ORCHARD_RAZORPAY_WEBHOOK_SECRET", RAZORPAY.webhookSecret(),
                "ORCHARD_RAZORPAY_CHECKOUT_SCRIPT",
                        "http://localhost:%d/v1/checkout.js".formatted(port(PortOption.RAZORPAY)));
    }

    private Map<String, String> watiSettings() {
        return Map.of(
                "ORCHARD_WATI_ENDPOINT",
                "http://127.0.0.1:" + port(PortOption.WATI),
                "ORCHARD_WATI_TENANT",
                WATI.tenant(),
                "ORCHARD_WATI_TOKEN",
                WATI.token(),
                "ORCHARD_WATI_WEBHOOK_TOKEN",
                WATI_WEBHOOK_TOKEN);
    }

    private BrokerPlan.ExporterDatabase exporterDatabase() {
        return database()
                .map(EmbeddedDatabase::forExporter)
                .orElseGet(surroundings::database);
    }

    private URI shop(String path) {
        return URI.create("http://127.0.0.1:" + port(PortOption.SHOP) + path);
    }

    private int port(PortOption option) {
        return options.port(option);
    }
}
