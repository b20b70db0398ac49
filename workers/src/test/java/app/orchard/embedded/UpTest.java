package app.orchard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.RunningParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
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

/** The supervisor in a process of its own, with database, simulators and application; the broker stays away. */
class UpTest {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final int shop = Ports.free();
    private final int databasePort = Ports.free();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroy);
        started.forEach(process -> await().atMost(STOP).until(() -> !process.isAlive()));
    }

    @Test
    void namesAPortInUseItsUserAndTheOptionThatChangesIt() throws Exception {
        try (var taken = new ServerSocket(shop, 1, InetAddress.getLoopbackAddress())) {
            var up = up("first");
            assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(1);
            assertThat(output("first"))
                    .contains("Port %d for the shop and the console is in use".formatted(taken.getLocalPort()))
                    .contains("(process %d)".formatted(ProcessHandle.current().pid()))
                    .contains("--port NUMBER");
        }
    }

    @Test
    void keepsDataOverAKillTellsTheSecondStartAndStopsEverything() throws Exception {
        var first = up("first");
        awaitLine(first, "first", "Orchard is ready");
        execute("create table mango (name text)");

        var second = up("second");
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(3);
        assertThat(output("second")).contains("already running").contains("http://localhost:" + shop);

        kill(part("orchard.application"));
        awaitLine(first, "first", "Application runs again");
        assertThat(output("first")).contains("Application ended unexpectedly (exit code 137)");

        first.destroyForcibly().waitFor();
        assertThat(parts()).hasSize(2);
        var third = up("third");
        awaitLine(third, "third", "Orchard is ready");
        execute("insert into mango values ('Harumanis')");
        assertThat(rebuild()).isEqualTo("The running Orchard rebuilds its projections now.");

        third.destroy();
        assertThat(third.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output("third")).endsWith("Stopped.\n");
        assertThat(parts()).isEmpty();
        assertThat(rebuild()).contains("are rebuilt when Orchard starts with the data in " + data());
        assertThat(parts()).isEmpty();
    }

    private String rebuild() {
        return RebuildCommand.run(Map.of(), "--data", data().toString(), "--database-port", "" + databasePort);
    }

    private Process up(String name) throws IOException {
        var command = new ArrayList<>(Java.command());
        command.addAll(
                List.of("-Xmx96m", "-Dorchard.root=" + Installation.find().root()));
        command.addAll(ApplicationProcess.ofThisClassPath());
        command.addAll(List.of("up", "--data", data().toString()));
        command.addAll(List.of("--port", "" + shop, "--database-port", "" + databasePort));
        command.addAll(List.of("--razorpay-port", "" + Ports.free(), "--wati-port=" + Ports.free()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name).toFile());
        builder.environment()
                .putAll(Map.of(
                        "CAMUNDA_CLIENT_GRPC_ADDRESS",
                        "http://127.0.0.1:" + Ports.free(),
                        "JDK_JAVA_OPTIONS",
                        String.join(" ", RunningParts.IN_A_HURRY)));
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

    private void execute(String sql) throws Exception {
        var database = EmbeddedDatabase.running(data().resolve("postgresql"));
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.createStatement().execute(sql);
        }
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

    /** Application and database server, wherever they hang in the tree of processes. */
    private List<ProcessHandle> parts() {
        return Stream.of("-Dorchard.application=" + data(), "-D " + data())
                .flatMap(mark -> ProcessHandle.allProcesses()
                        .filter(process -> ChildProcess.commandLine(process).contains(mark)))
                .toList();
    }
}
