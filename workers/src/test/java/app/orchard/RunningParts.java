package app.orchard;

import app.orchard.embedded.BrokerPlan;
import app.orchard.embedded.EmbeddedBroker;
import app.orchard.embedded.EmbeddedDatabase;
import app.orchard.embedded.TrialRun;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionInfo;
import io.grpc.ClientInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One real PostgreSQL and one real Zeebe broker for all tests of this JVM, started when the first test asks for them.
 * Tests share them, and with the broker also its database: each works on orders of its own. A test may kill and start
 * them again.
 */
public final class RunningParts {

    /** Of JVMs that live for seconds: they compile in a hurry and do not verify what javac made. */
    public static final List<String> IN_A_HURRY =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private static final String EMPTY = "empty";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedDatabase database;
    private static @Nullable EmbeddedBroker broker;
    private static boolean migrated;

    private RunningParts() {}

    /** The database that the broker's exporter writes to is its main one. */
    public static synchronized EmbeddedDatabase database() {
        if (database == null) {
            database = EmbeddedDatabase.temporary();
        }
        return database;
    }

    public static synchronized EmbeddedBroker broker() {
        if (broker == null) {
            learnToStart();
            broker = EmbeddedBroker.start(brokerFor(database()));
            try (CamundaClient client = client()) {
                awaitLeader(client);
            }
        }
        return broker;
    }

    /** A broker of a test's own, in a hurry too. */
    public static BrokerPlan brokerFor(EmbeddedDatabase database) {
        return BrokerPlan.temporary().exportingTo(database).with(List.of("-XX:TieredStopAtLevel=1"));
    }

    /** Brokers start with half the work after a trial run; the first of the test processes that gets here makes it. */
    public static void learnToStart() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "orchard-trial.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            TrialRun.ofBroker();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client of the broker that goes past the application and is patient on a busy machine. */
    public static CamundaClient client(ClientInterceptor... onTheWay) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(broker().grpcAddress())
                .preferRestOverGrpc(false)
                .withInterceptors(onTheWay)
                .defaultRequestTimeout(Duration.ofMinutes(1))
                .build();
    }

    /** A moment after the broker is ready its gateway learns of it. */
    public static void awaitLeader(CamundaClient client) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> client.newTopologyRequest().send().join().getBrokers().stream()
                        .flatMap(node -> node.getPartitions().stream())
                        .anyMatch(PartitionInfo::isLeader));
    }

    /** Connects an application context to database and broker. */
    public static final class DatabaseAndBroker
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            connect(
                    context,
                    Map.of(
                            "spring.datasource.url", database().url(),
                            "camunda.client.grpc-address",
                                    broker().grpcAddress().toString()));
        }
    }

    /** Without a row, but with all tables: one database is migrated, the others are copies. */
    private static synchronized String empty() {
        if (!migrated) {
            String url = database().create(EMPTY);
            Flyway.configure()
                    .dataSource(url, database().user(), database().password())
                    .outOfOrder(true)
                    .load()
                    .migrate();
            migrated = true;
        }
        return EMPTY;
    }

    /** Connects an application context to a new, empty database, and to no broker. */
    public static final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            connect(
                    context,
                    Map.of(
                            "spring.datasource.url", database().copy(empty(), "fresh" + DATABASES.incrementAndGet()),
                            "camunda.client.enabled", "false",
                            "orchard.engine.enabled", "false"));
        }
    }

    private static void connect(ConfigurableApplicationContext context, Map<String, String> properties) {
        TestPropertyValues.of(properties)
                .and("spring.datasource.username=" + database().user())
                .and("spring.datasource.password=" + database().password())
                .and("spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000")
                .and("orchard.delivery.evidence=target/evidence")
                .applyTo(context);
    }
}
