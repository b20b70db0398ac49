package app.orchard.embedded;

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
            parts.add(simulators().razorpay());
        }
        if (!surroundings.bringWati()) {
            parts.add(simulators().wati());
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
                List.of(),
                false,
                exporterDatabase));
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
        settings.put(
                "ORCHARD_ROUTING_FOLDER",
                surroundings
                        .value("ORCHARD_ROUTING_FOLDER")
                        .orElse(data.of("map").toString()));
        // Everybody on this machine has one address; ./orchard demo brings fifty customers each time
        settings.put("ORCHARD_LOGIN_CODES_AN_HOUR_FROM_ONE_ADDRESS", "10000");
        // Each connection is a process of the database: a few stand by, more come when there is more to do
        settings.put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "16");
        settings.put("SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "4");
        settings.put("SPRING_DATASOURCE_HIKARI_IDLE_TIMEOUT", "60000");
        database().ifPresent(own -> settings.putAll(own.settingsForApplication()));
        if (!surroundings.bringBroker()) {
            settings.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + port(PortOption.BROKER));
        }
        if (!surroundings.bringRazorpay()) {
            settings.putAll(simulators().razorpaySettings());
        }
        if (!surroundings.bringWati()) {
            settings.putAll(simulators().watiSettings());
        }
        return settings;
    }

    private BrokerPlan.ExporterDatabase exporterDatabase() {
        return database().map(EmbeddedDatabase::forExporter).orElseGet(surroundings::database);
    }

    private Simulators simulators() {
        return new Simulators(
                port(PortOption.RAZORPAY),
                port(PortOption.WATI),
                URI.create("http://127.0.0.1:" + port(PortOption.SHOP)),
                data.of("simulators"));
    }

    private int port(PortOption option) {
        return options.port(option);
    }
}
