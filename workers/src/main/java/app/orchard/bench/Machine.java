package app.orchard.bench;

import app.orchard.embedded.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole product on this machine: how long it takes to be ready, and the memory of each process, idle and under load. */
final class Machine {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Path data = temporary();
    private final int shop = Ports.free();
    private final int wati = Ports.free();

    void print() {
        Process up = start();
        try {
            double ready = awaitReady(up);
            System.out.printf("Ready after %.1f s.%n", ready);
            TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
            print("Idle", residents(up.toHandle()));
            print("During fifty orders, at most", underLoad(up.toHandle()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop(up);
        }
    }

    private Process start() {
        return launch(
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(shop),
                "--database-port",
                Integer.toString(Ports.free()),
                "--broker-port",
                Integer.toString(Ports.free()),
                "--broker-health-port",
                Integer.toString(Ports.free()),
                "--razorpay-port",
                Integer.toString(Ports.free()),
                "--wati-port",
                Integer.toString(wati));
    }

    private static Process launch(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Dorchard.root=" + System.getProperty("orchard.root", "."),
                "-jar",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return seconds until it said that it is ready */
    private static double awaitReady(Process up) {
        long begun = System.nanoTime();
        List<String> said = new ArrayList<>();
        try {
            BufferedReader output = up.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.contains("Ctrl-C")) {
                    Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                    return (System.nanoTime() - begun) / 1e9;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("Orchard did not start: " + String.join("\n", said));
    }

    private Map<String, Long> underLoad(ProcessHandle up) throws InterruptedException {
        Process demo = launch("demo", "--port=" + shop, "--wati-port=" + wati);
        Thread.ofVirtual().start(() -> demo.inputReader().lines().forEach(line -> {}));
        Map<String, Long> most = new TreeMap<>();
        while (!demo.waitFor(1, TimeUnit.SECONDS)) {
            residents(up).forEach((name, bytes) -> most.merge(name, bytes, Math::max));
        }
        return most;
    }

    private static void print(String when, Map<String, Long> residents) {
        System.out.println(when + ":");
        residents.forEach((name, kilobytes) -> System.out.printf("  %-14s %6d MB%n", name, kilobytes / 1024));
        System.out.printf(
                "  %-14s %6d MB%n",
                "together",
                residents.values().stream().mapToLong(Long::longValue).sum() / 1024);
    }

    /** Proportional share of memory in kB by kind of process: pages that processes share count once. */
    private static Map<String, Long> residents(ProcessHandle up) {
        Map<String, Long> residents = new TreeMap<>();
        Stream.concat(Stream.of(up), up.descendants())
                .forEach(
                        process -> residents.merge(kind(up, process), proportionalKilobytes(process.pid()), Long::sum));
        return residents;
    }

    private static String kind(ProcessHandle up, ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        if (process.equals(up)) {
            return "supervisor";
        }
        return line.contains("orchard.broker=")
                ? "broker"
                : line.contains("orchard.application=") ? "application" : "PostgreSQL";
    }

    private static long proportionalKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private void stop(Process up) {
        up.destroy();
        try {
            if (!up.waitFor(30, TimeUnit.SECONDS)) {
                up.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("orchard-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
