package app.orchard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker keeps its data, where it listens and what it exports to.
 *
 * @param options of its JVM
 * @param deletedWhenClosed whether the folder goes when the broker is closed
 * @param exporterDatabase the database its exporter writes to, null for no exporter
 */
public record BrokerPlan(
        Path folder,
        Path log,
        int grpcPort,
        int managementPort,
        List<String> options,
        boolean deletedWhenClosed,
        @Nullable ExporterDatabase exporterDatabase) {

    /** @param url a JDBC address */
    public record ExporterDatabase(String url, String user, String password) {}

    public BrokerPlan {
        folder = folder.toAbsolutePath();
        log = log.toAbsolutePath();
        grpcPort = Ports.orFree(grpcPort);
        managementPort = Ports.orFree(managementPort);
        options = List.copyOf(options);
    }

    /** An empty broker on free ports for a test, in a new temporary folder. */
    public static BrokerPlan temporary() {
        try {
            var folder = Files.createTempDirectory("orchard-broker");
            return new BrokerPlan(folder, folder.resolve("broker.log"), 0, 0, List.of(), true, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BrokerPlan exportingTo(EmbeddedDatabase database) {
        return exportingTo(database.forExporter());
    }

    public BrokerPlan exportingTo(ExporterDatabase database) {
        return new BrokerPlan(folder, log, grpcPort, managementPort, options, deletedWhenClosed, database);
    }

    public BrokerPlan with(List<String> jvmOptions) {
        return new BrokerPlan(folder, log, grpcPort, managementPort, jvmOptions, deletedWhenClosed, exporterDatabase);
    }

    List<String> command() {
        return command(Java.lessons(lessons()));
    }

    /** The command of a run that ends with knowing how to start faster. */
    List<String> trialCommand() {
        return command(Java.learning(lessons()));
    }

    /** What a trial run of this distribution with this JVM learned. */
    static Path lessons() {
        var distribution = Installation.find().broker();
        return distribution.resolveSibling("%s-java-%s.aot".formatted(distribution.getFileName(), Runtime.version()));
    }

    private List<String> command(List<String> starting) {
        var distribution = Installation.find().broker();
        var configuration = distribution.resolve("config");
        var command = new ArrayList<>(Java.command());
        command.addAll(starting);
        command.addAll(options);
        command.addAll(List.of(
                mark(),
                "-Xmx320m",
                "-Dapp.home=" + folder,
                "-Dbasedir=" + folder,
                // Not on the class path: what a trial run learns holds for jars only
                "-Dspring.config.additional-location=file:" + configuration + "/",
                "-Dlogging.config=file:" + configuration.resolve("log4j2.xml"),
                "-cp",
                distribution.resolve("lib") + "/*",
                "io.camunda.zeebe.broker.StandaloneBroker"));
        return command;
    }

    /** What tells this broker's process from every other. */
    String mark() {
        return "-Dorchard.broker=" + folder;
    }

    Map<String, String> environment() {
        var settings = new TreeMap<>(network());
        settings.putAll(frugality());
        settings.putAll(quiet());
        if (exporterDatabase != null) {
            settings.putAll(exporter(exporterDatabase));
        }
        return settings;
    }

    private Map<String, String> network() {
        return Map.of(
                "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_PORT", Integer.toString(managementPort),
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(Ports.free()),
                "ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1",
                "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(Ports.free()),
                "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(Ports.free()),
                "ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1",
                "ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(grpcPort));
    }

    /** Fit for a developer's machine: little memory, small files, works on until the disk is really full. */
    private Map<String, String> frugality() {
        return Map.of(
                "ZEEBE_BROKER_DATA_DIRECTORY", folder.resolve("data").toString(),
                "ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "32MB",
                "ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "5m",
                "ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "128MB",
                "ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "64MB",
                "ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB",
                "ZEEBE_BROKER_BACKPRESSURE_ENABLED", "false");
    }

    private static Map<String, String> quiet() {
        return Map.of(
                "LOGGING_LEVEL_ROOT", "warn",
                "ZEEBE_LOG_LEVEL", "warn",
                "ATOMIX_LOG_LEVEL", "warn",
                "MANAGEMENT_ENDPOINT_HEALTH_CACHE_TIMETOLIVE", "100ms",
                "SPRING_REACTOR_NETTY_SHUTDOWNQUIETPERIOD", "0s");
    }

    private static Map<String, String> exporter(ExporterDatabase database) {
        return Map.of(
                "ZEEBE_BROKER_EXPORTERS_ORCHARD_JARPATH",
                Installation.find().exporter().toString(),
                "ZEEBE_BROKER_EXPORTERS_ORCHARD_CLASSNAME",
                "app.orchard.exporter.PostgresExporter",
                "ZEEBE_BROKER_EXPORTERS_ORCHARD_ARGS_URL",
                database.url(),
                "ZEEBE_BROKER_EXPORTERS_ORCHARD_ARGS_USER",
                database.user(),
                "ZEEBE_BROKER_EXPORTERS_ORCHARD_ARGS_PASSWORD",
                database.password());
    }
}
