package app.orchard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code java -jar orchard.jar trial-run}: starts application and broker once, with empty data, so that the JVM keeps
 * what it learned; later starts need less than half the work.
 */
public final class TrialRun {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private TrialRun() {}

    /** Ends with 0 also when nothing was learned: Orchard only starts more slowly then. */
    public static void main(String... arguments) {
        var jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        try {
            var folder = Files.createTempDirectory("orchard-trial");
            ofBroker();
            if (!Files.exists(lessonsOf(jar))) {
                tryApplication(jar, folder);
            }
            Folders.delete(folder);
        } catch (IOException | StartFailed | UncheckedIOException e) {
            System.err.println("The trial run did not work; Orchard starts without it. " + e.getMessage());
        }
        System.exit(0);
    }

    static Path lessonsOf(Path jar) {
        return jar.resolveSibling("orchard.aot");
    }

    /**
     * Once for a distribution: all brokers that start after it do so with less work.
     *
     * @throws StartFailed if the broker did not start
     */
    public static void ofBroker() {
        if (Files.exists(BrokerPlan.lessons())) {
            return;
        }
        var plan = BrokerPlan.temporary();
        try (var broker = new EmbeddedBroker(plan)) {
            broker.launch(plan.trialCommand());
            broker.awaitReady();
            var process = broker.process();
            if (process != null) {
                process.stop(PATIENCE);
            }
        }
    }

    private static void tryApplication(Path jar, Path folder) {
        var program = new ArrayList<>(Java.learning(lessonsOf(jar)));
        program.addAll(List.of("-Dspring.context.exit=onRefresh", "-jar", jar.toString()));
        var simulators = new Simulators(
                Ports.free(), Ports.free(), Installation.find().root().toUri(), folder);
        try (var database = EmbeddedDatabase.temporary()) {
            var settings = new TreeMap<>(database.settingsForApplication());
            settings.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + Ports.free());
            settings.putAll(simulators.razorpaySettings());
            settings.putAll(simulators.watiSettings());
            var application = new ApplicationProcess(folder, folder.resolve("application.log"), 0, program, settings);
            application.launch();
            var process = application.process();
            if (process != null && (!process.ended(PATIENCE) || process.exitValue() != 0)) {
                throw new StartFailed(Complaint.in(folder.resolve("application.log")));
            }
        }
    }
}
