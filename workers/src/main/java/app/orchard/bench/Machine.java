package app.orchard.bench;

import app.orchard.embedded.EmbeddedDatabase;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole product on this machine: how long it takes to be ready, the memory of each process, idle and under load, and
 * how many jobs an order makes on the happy path.
 */
final class Machine {

    private static final double MOST_SECONDS = 30;
    private static final double MOST_MEGABYTES = 1600;

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Path data = temporary();
    private final int shop = Ports.free();
    private final int wati = Ports.free();

    /** The limits are the baselines: a ratio below 1 is beyond its limit. */
    List<Figure> measure() {
        Process up = start();
        try {
            double ready = awaitReady(up);
            TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
            print("Idle", residents(up.toHandle()));
            Map<String, Resident> busy = underLoad(up.toHandle());
            print("During fifty orders, at most", busy);
            printJobs();
            return List.of(
                    limited("orchard up, ready", "s", ready, MOST_SECONDS),
                    limited(
                            "all processes in memory",
                            "MB",
                            sum(busy, Resident::proportional) / 1024.0,
                            MOST_MEGABYTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bench was interrupted", e);
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
                    Thread.ofVirtual().start(() -> passOver(output));
                    return (System.nanoTime() - begun) / 1e9;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("Orchard did not start: " + String.join("\n", said));
    }

    /** Until it is closed, so that whoever writes does not have to wait. */
    private static void passOver(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // Nobody reads it
            }
        } catch (IOException closed) {
            // It is stopped
        }
    }

    private static Figure limited(String name, String unit, double value, double limit) {
        return new Figure(name, value, unit, limit, limit / value, 1, 1);
    }

    private Map<String, Resident> underLoad(ProcessHandle up) throws InterruptedException {
        Process demo = launch("demo", "--port=" + shop, "--wati-port=" + wati);
        Thread.ofVirtual().start(() -> passOver(demo.inputReader()));
        Map<String, Resident> most = new TreeMap<>();
        while (!demo.waitFor(1, TimeUnit.SECONDS)) {
            residents(up).forEach((name, memory) -> most.merge(name, memory, Resident::orMore));
        }
        return most;
    }

    private static void print(String when, Map<String, Resident> residents) {
        System.out.println(when + ", resident (what processes share counted once):");
        residents.forEach((name, memory) -> print(name, memory.resident(), memory.proportional()));
        print("together", sum(residents, Resident::resident), sum(residents, Resident::proportional));
    }

    private static void print(String name, long resident, long proportional) {
        System.out.printf("  %-14s %6d MB (%d MB)%n", name, resident / 1024, proportional / 1024);
    }

    private static long sum(Map<String, Resident> residents, ToLongFunction<Resident> kilobytes) {
        return residents.values().stream().mapToLong(kilobytes).sum();
    }

    /** Of orders that were brought at the first attempt; what people do is a job of the engine too. */
    private void printJobs() {
        EmbeddedDatabase database = EmbeddedDatabase.running(data.resolve("postgresql"));
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        jdbc.sql("""
                select payment_method, avg(jobs) as jobs from (
                  select o.payment_method, count(*) as jobs
                  from sales_order o
                  join process_instance i on i.order_id = o.id
                  join element_position p on p.instance_key = i.key and p.type in ('SERVICE_TASK', 'SEND_TASK', 'USER_TASK')
                  where o.status = 'DELIVERED' and o.channel = 'ONLINE'
                    and not exists (select from delivery_attempt a where a.order_id = o.id and a.attempt > 1)
                  group by o.id) orders
                group by payment_method order by payment_method""")
                .query((row, n) -> "Jobs of a delivered order, %s: %.1f"
                        .formatted(row.getString("payment_method").toLowerCase(Locale.ROOT), row.getDouble("jobs")))
                .list()
                .forEach(System.out::println);
    }

    /**
     * Memory in kB.
     *
     * @param proportional without what other processes count already of pages that they share
     */
    private record Resident(long resident, long proportional) {

        static final Resident NONE = new Resident(0, 0);

        Resident and(Resident other) {
            return new Resident(resident + other.resident, proportional + other.proportional);
        }

        Resident orMore(Resident other) {
            return new Resident(Math.max(resident, other.resident), Math.max(proportional, other.proportional));
        }

        static Resident of(long pid) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                Map<String, Long> known = lines.filter(line -> line.matches("(Rss|Pss):.*"))
                        .collect(Collectors.toMap(
                                line -> line.substring(0, 3), line -> Long.parseLong(line.replaceAll("\\D", ""))));
                return new Resident(known.getOrDefault("Rss", 0L), known.getOrDefault("Pss", 0L));
            } catch (IOException | UncheckedIOException gone) {
                return NONE;
            }
        }
    }

    /** By kind of process. */
    private static Map<String, Resident> residents(ProcessHandle up) {
        Map<String, Resident> residents = new TreeMap<>();
        Stream.concat(Stream.of(up), up.descendants())
                .forEach(process -> residents.merge(kind(up, process), Resident.of(process.pid()), Resident::and));
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
