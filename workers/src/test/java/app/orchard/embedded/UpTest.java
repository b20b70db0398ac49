package app.orchard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.RunningParts;
import app.orchard.demo.OneOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor in a process of its own, with every part in one of its own. */
class UpTest {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final int shop = Ports.free();
    private final int databasePort = Ports.free();
    private final int brokerPort = Ports.free();
    private final int brokerHealthPort = Ports.free();
    private final int razorpay = Ports.free();
    private final int wati = Ports.free();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroy);
        started.forEach(process -> await().atMost(STOP).until(() -> !process.isAlive()));
    }

    @Test
    void namesAPortInUseItsUserAndTheOptionThatChangesIt() throws Exception {
        try (var taken = new ServerSocket(shop, 1, InetAddress.getLoopbackAddress())) {
            var up = up("first", Map.of());
            assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(1);
            assertThat(output("first"))
                    .contains("Port %d for the shop and the console is in use".formatted(taken.getLocalPort()))
                    .contains("(process %d)".formatted(ProcessHandle.current().pid()))
                    .contains("--port NUMBER");
        }
    }

    @Test
    void keepsOrdersOverAKillStopsEverythingAndBeginsAnewWithPartsThatAreBrought() throws Exception {
        RunningParts.learnToStart();
        var first = up("first", Map.of());
        awaitLine(first, "first", "Orchard is ready");
        var order = OneOrder.placed(local(shop), local(wati));
        var task = order.task();

        var second = up("second", Map.of());
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(3);
        assertThat(output("second")).contains("already running").contains("http://localhost:" + shop);

        kill(part("orchard.application"));
        awaitLine(first, "first", "Application runs again");
        assertThat(output("first")).contains("Application ended unexpectedly (exit code 137)");

        first.destroyForcibly().waitFor();
        assertThat(parts()).hasSize(3);
        var third = up("third", Map.of());
        awaitLine(third, "third", "Orchard is ready");
        assertThat(order.status()).isEqualTo("preparing");
        assertThat(steps(order)).contains("userTask_packOrder");
        assertThat(order.task()).isEqualTo(task);
        order.pack();
        await().atMost(STOP).untilAsserted(() -> assertThat(steps(order)).contains("receiveTask_awaitDispatch"));
        assertThat(rebuild()).isEqualTo("The running Orchard rebuilds its projections now.");

        third.destroy();
        assertThat(third.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output("third")).endsWith("Stopped.\n");
        assertThat(parts()).isEmpty();
        assertThat(rebuild()).contains("are rebuilt when Orchard starts with the data in " + data());
        assertThat(parts()).isEmpty();

        beginsAnewWithPartsThatAreBrought();
    }

    private String rebuild() {
        return RebuildCommand.run(Map.of(), "--data", data().toString(), "--database-port", "" + databasePort);
    }

    private void beginsAnewWithPartsThatAreBrought() throws Exception {
        var server = RunningParts.database();
        var database = server.create("brought" + ProcessHandle.current().pid());
        var somewhere = local(Ports.free()).toString();
        var up = up(
                "fourth",
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        database,
                        "SPRING_DATASOURCE_USERNAME",
                        server.user(),
                        "SPRING_DATASOURCE_PASSWORD",
                        server.password(),
                        "CAMUNDA_CLIENT_GRPC_ADDRESS",
                        somewhere,
                        "ORCHARD_RAZORPAY_BASE_URL",
                        somewhere,
                        "ORCHARD_RAZORPAY_KEY_ID",
                        "rzp_test_brought",
                        "ORCHARD_RAZORPAY_KEY_SECRET",
                        "brought_secret",
                        "ORCHARD_WATI_ENDPOINT",
                        somewhere,
                        "ORCHARD_WATI_TENANT",
                        "2002",
                        "ORCHARD_WATI_TOKEN",
                        "brought_token"),
                "--fresh");
        awaitLine(up, "fourth", "Orchard is ready");
        assertThat(output("fourth")).doesNotContain("imulator").doesNotContain("PostgreSQL");
        assertThat(parts()).hasSize(1);
        assertThat(List.of(razorpay, wati, databasePort)).noneMatch(Ports::isTaken);
        assertThat(data().resolve("postgresql")).doesNotExist();
        assertThat(data().resolve("zeebe")).doesNotExist();
        assertThat(data().resolve("simulators")).doesNotExist();
        assertThat(text(database, server, "select count(*) from sales_order")).isEqualTo("0");
        assertThat(text(database, server, "select count(*) from staff_account where login = 'founder'"))
                .isEqualTo("1");
    }

    private Process up(String name, Map<String, String> environment, String... options) throws IOException {
        var command = new ArrayList<>(Java.command());
        command.addAll(
                List.of("-Xmx96m", "-Dorchard.root=" + Installation.find().root()));
        command.addAll(ApplicationProcess.ofThisClassPath());
        command.addAll(List.of("up", "--data", data().toString()));
        command.addAll(List.of("--port", "" + shop, "--database-port", "" + databasePort));
        command.addAll(List.of("--broker-port", "" + brokerPort, "--broker-health-port", "" + brokerHealthPort));
        command.addAll(List.of("--razorpay-port", "" + razorpay, "--wati-port=" + wati));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name).toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", RunningParts.IN_A_HURRY));
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        return process;
    }

    private void awaitLine(Process process, String name, String line) {
        await().atMost(START).until(() -> output(name).contains(line) || !process.isAlive());
        assertThat(output(name)).contains(line);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String output(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return "";
        }
    }

    /** Where the processes of an order are. */
    private String steps(OneOrder order) throws SQLException {
        var database = EmbeddedDatabase.running(data().resolve("postgresql"));
        return text(database.url(), database, """
                select string_agg(p.element, ' ') from element_position p
                join process_instance i on i.key = p.instance_key
                where i.order_id = '%s' and p.state = 'ACTIVE'""".formatted(order.id()));
    }

    private static String text(String url, EmbeddedDatabase server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void kill(ProcessHandle process) {
        assertThat(process.destroyForcibly()).isTrue();
    }

    private ProcessHandle part(String mark) {
        return Objects.requireNonNull(parts().stream()
                .filter(process -> ChildProcess.commandLine(process).contains(mark))
                .findFirst()
                .orElse(null));
    }

    /** Application, broker and database server, wherever they hang in the tree of processes. */
    private List<ProcessHandle> parts() {
        return Stream.of("-Dorchard.application=" + data(), "-Dorchard.broker=" + data(), "-D " + data())
                .flatMap(mark -> ProcessHandle.allProcesses()
                        .filter(process -> ChildProcess.commandLine(process).contains(mark)))
                .toList();
    }
}
