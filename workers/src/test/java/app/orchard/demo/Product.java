package app.orchard.demo;

import app.orchard.RunningParts;
import app.orchard.embedded.ApplicationProcess;
import app.orchard.embedded.EmbeddedBroker;
import app.orchard.embedded.EmbeddedDatabase;
import app.orchard.embedded.Ports;
import app.orchard.sandbox.Sandbox;
import app.orchard.sandbox.SandboxOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The whole product with its demo business, each part a process of its own as in {@code orchard up}, in a folder of its
 * own, to be killed and started again. The simulators live with the test: vendors do not die with us.
 */
final class Product implements AutoCloseable {

    private static final String WEBHOOK_TOKEN = "faults";

    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final Sandbox sandbox;
    private ApplicationProcess application;
    private final Path folder;
    private final int port = Ports.free();
    private final Map<String, String> settings;

    private Product() throws IOException {
        folder = Files.createTempDirectory("orchard-faults");
        URI shop = URI.create("http://127.0.0.1:" + port + "/");
        database = EmbeddedDatabase.temporary();
        sandbox = Sandbox.start(SandboxOptions.inMemory()
                .razorpayWebhook(shop.resolve("/hooks/razorpay"))
                .watiWebhook(shop.resolve("/hooks/wati/" + WEBHOOK_TOKEN)));
        RunningParts.learnToStart();
        broker = EmbeddedBroker.start(RunningParts.brokerFor(database));
        settings = settings(shop);
        application = application(settings);
    }

    /** @param paymentExpiry for how long customers may pay */
    static Product start(Duration paymentExpiry) throws IOException {
        Product product = new Product();
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        product.application.start();
        product.letPayFor(paymentExpiry);
        product.hurry();
        return product;
    }

    private ApplicationProcess application(Map<String, String> settings) {
        return new ApplicationProcess(
                folder.resolve("application"), folder.resolve("application.log"), port, program(), settings);
    }

    /** Stops the application and starts it with other models. @param models as {@code orchard.engine.models} */
    void upgrade(String models) {
        application.stop();
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put("ORCHARD_ENGINE_MODELS", models);
        application = application(changed);
        application.start();
    }

    /** From now on orders of slots that begin then are prepared so long from now. */
    void prepare(Instant slotStarts, Duration fromNow) {
        prepareAhead(Duration.between(Instant.now().plus(fromNow), slotStarts));
    }

    /** From now on orders are prepared at once, whatever their slot. */
    void prepareAtOnce() {
        prepareAhead(Duration.ofDays(14));
    }

    private void prepareAhead(Duration lead) {
        execute("update business set preparation_lead_seconds = " + lead.toSeconds());
        execute("notify orchard, 'business'");
    }

    URI shop() {
        return application.uri().resolve("/");
    }

    Sandbox sandbox() {
        return sandbox;
    }

    ApplicationProcess application() {
        return application;
    }

    EmbeddedBroker broker() {
        return broker;
    }

    EmbeddedDatabase database() {
        return database;
    }

    Path applicationLog() {
        return folder.resolve("application.log");
    }

    ProcessHandle applicationHandle() throws IOException {
        String pid = Files.readString(folder.resolve("application/application.pid"));
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** For evidence that no API gives. */
    String text(String sql) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of the first row; for evidence that no API gives. */
    long count(String sql) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        broker.close();
        database.close();
        sandbox.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException gone) {
            // Closed already
        }
    }

    /** Slots that take whatever an hour of faults brings. */
    void widenSlots() {
        execute("update delivery_slot set capacity = 100000, kitchen_minutes = null");
    }

    /** For how long customers of orders from now on may pay. */
    void letPayFor(Duration expiry) {
        execute("update business set payment_expiry_seconds = %1$d, payment_reminder_seconds = %1$d / 3"
                .formatted(expiry.toSeconds()));
        execute("notify orchard, 'business'");
    }

    private void hurry() {
        sandbox.wati()
                .switches()
                .set(Map.of("sendsPerWindow", 100_000, "readsPerWindow", 100_000, "retryMillis", 2000));
    }

    private static List<String> program() {
        List<String> program = new ArrayList<>(RunningParts.IN_A_HURRY);
        program.addAll(ApplicationProcess.ofThisClassPath());
        return program;
    }

    private Map<String, String> settings(URI shop) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_USERNAME", database.user());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.password());
        settings.put("CAMUNDA_CLIENT_GRPC_ADDRESS", broker.grpcAddress().toString());
        settings.put("ORCHARD_PUBLIC_URL", shop.toString());
        settings.put("ORCHARD_DEMO_BUSINESS", "true");
        settings.put("ORCHARD_LOGIN_CODES_AN_HOUR_FROM_ONE_ADDRESS", "100000");
        settings.put("ORCHARD_RAZORPAY_BASE_URL", sandbox.razorpayUri().toString());
        settings.put(
                "ORCHARD_RAZORPAY_CHECKOUT_SCRIPT",
                sandbox.razorpayUri().resolve("/v1/checkout.js").toString());
        settings.put("ORCHARD_WATI_ENDPOINT", sandbox.watiUri().toString());
        settings.put("ORCHARD_WATI_TENANT", "1001");
        settings.put("ORCHARD_WATI_TOKEN", "orchard_wati_token");
        settings.put("ORCHARD_WATI_WEBHOOK_TOKEN", WEBHOOK_TOKEN);
        settings.putAll(impatience());
        return settings;
    }

    /** What waits for minutes in production waits for seconds here, in the same proportions. */
    private static Map<String, String> impatience() {
        return Map.of(
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_TIMEOUT", "10s",
                "ORCHARD_RAZORPAY_TIMEOUT", "2s",
                "ORCHARD_RAZORPAY_CHECK_AFTER", "4s");
    }
}
