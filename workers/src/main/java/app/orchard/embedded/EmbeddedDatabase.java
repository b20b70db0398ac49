package app.orchard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** A PostgreSQL of our own on this machine, reachable from this machine only; its folder outlives it. */
public final class EmbeddedDatabase implements Part, AutoCloseable {
    private static final String NAME = "orchard";
    private static final int PORT_LINE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private final boolean durable;
    private final PostgresBinaries binaries;
    private volatile @Nullable ChildProcess server;

    EmbeddedDatabase(Path folder, Path log, int port) {
        this(folder, log, port, false, true);
    }

    private EmbeddedDatabase(Path folder, Path log, int port, boolean temporary, boolean durable) {
        this.folder = folder.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.temporary = temporary;
        this.durable = durable;
        this.binaries = PostgresBinaries.unpackInto(Installation.find().postgres());
    }

    /**
     * Starts the database whose data is in the folder, creating it the first time.
     *
     * @param port the port, 0 for any free one
     * @throws StartFailed when it does not come up; the message names the log
     */
    public static EmbeddedDatabase start(Path folder, Path log, int port) {
        var database = new EmbeddedDatabase(folder, log, port);
        database.start();
        return database;
    }

    /** The database that another process of ours runs in this folder. @throws StartFailed when none runs */
    public static EmbeddedDatabase running(Path folder) {
        try {
            var port = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(PORT_LINE);
            return new EmbeddedDatabase(folder, folder.resolve("server.log"), Integer.parseInt(port.strip()));
        } catch (IOException | RuntimeException e) {
            throw new StartFailed("No database of Orchard runs in " + folder + ".", e);
        }
    }

    /** Starts an empty database for a test; it stops and its folder goes when closed, or with this process after its contexts. */
    public static EmbeddedDatabase temporary() {
        return temporary(false);
    }

    /** The same for measurements: a commit costs what it costs in production. */
    public static EmbeddedDatabase temporaryAndDurable() {
        return temporary(true);
    }

    private static EmbeddedDatabase temporary(boolean durable) {
        try {
            var folder = Files.createTempDirectory("orchard-database");
            var database = new EmbeddedDatabase(folder, folder.resolve("server.log"), 0, true, durable);
            SpringApplication.getShutdownHandlers().add(database::close);
            database.start();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url(NAME);
    }

    public String user() {
        return NAME;
    }

    public String password() {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public String address() {
        return "port " + port;
    }

    /** Creates a further, empty database on the same server and returns its JDBC address. */
    public String create(String name) {
        try (var connection = connect(NAME);
                var statement = connection.createStatement()) {
            statement.execute("create database \"%s\"".formatted(name));
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " was not created", e);
        }
    }

    /** Copies a database that nobody uses into a new one on the same server and returns its JDBC address. */
    public String copy(String original, String name) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database \"%s\" template \"%s\"".formatted(name, original));
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + original + " was not copied", e);
        }
    }

    /** Starts it again after {@link #stop} or {@link #kill}: same folder, same port. */
    @Override
    public synchronized void start() {
        stopLeftover();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var started = launch();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                started.kill();
                throw failed();
            }
            if (started.ended(Duration.ofMillis(50))) {
                // Sessions of a killed server hold its memory for a moment
                if (!started.hasSaid("shared memory")) {
                    throw failed();
                }
                started = launch();
            }
        }
        server = started;
        createIfMissing();
    }

    /** Ends sessions, writes everything down and stops. */
    @Override
    public synchronized void stop() {
        if (server != null && server.isAlive()) {
            ProcessHandle.of(server.pid()).ifPresent(EmbeddedDatabase::shutDown);
        }
        server = null;
    }

    /** Like {@code kill -9}. */
    public synchronized void kill() {
        if (server != null) {
            server.kill();
        }
        server = null;
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    @Override
    public @Nullable ChildProcess process() {
        return server;
    }

    /** As environment variables. */
    Map<String, String> settingsForApplication() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url(),
                "SPRING_DATASOURCE_USERNAME", user(),
                "SPRING_DATASOURCE_PASSWORD", password());
    }

    BrokerPlan.ExporterDatabase forExporter() {
        return new BrokerPlan.ExporterDatabase(url(), user(), password());
    }

    Path folder() {
        return folder;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), NAME, password());
    }

    private boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void createIfMissing() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new StartFailed("The database could not be created in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private void initialise() {
        try {
            var unfinished = folder.resolve("data.new");
            Folders.delete(unfinished);
            Files.createDirectories(folder);
            var password = newPassword(folder.resolve("password"));
            var initdb = run(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + NAME,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-sync",
                    "--no-instructions"));
            if (!initdb.ended(PATIENCE) || initdb.exitValue() != 0) {
                throw failed();
            }
            Files.move(unfinished, folder.resolve("data"));
        } catch (IOException e) {
            throw new StartFailed("The database could not be created in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static Path newPassword(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Files.writeString(file, HexFormat.of().formatHex(random));
    }

    private ChildProcess launch() {
        var command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data().toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return run(command);
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<>(Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "shared_buffers", "32MB",
                "max_connections", "100",
                "max_wal_size", "256MB",
                "io_method", "sync",
                "jit", "off",
                "timezone", "UTC"));
        if (!durable) {
            // Its data need not outlive the machine, only the processes
            settings.put("fsync", "off");
        }
        if (temporary) {
            // Tests keep several applications open at a time
            settings.put("max_connections", "300");
        }
        return settings;
    }

    private ChildProcess run(List<String> command) {
        var line = new ArrayList<String>();
        if (needsOtherUser()) {
            // PostgreSQL refuses to run as root: a user namespace of its own takes the power away
            line.addAll(List.of("unshare", "--user"));
        }
        line.addAll(command);
        return ChildProcess.start(line, Map.of("TZ", "UTC", "LC_ALL", "C"), folder, log);
    }

    private static boolean needsOtherUser() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/proc/self"));
    }

    /** A server that a killed run left behind holds folder and port. */
    @Override
    public void stopLeftover() {
        var note = data().resolve("postmaster.pid");
        ChildProcess.noted(note, data().toString()).ifPresent(EmbeddedDatabase::shutDown);
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shutDown(ProcessHandle server) {
        Signal.end(server, Duration.ofSeconds(10), Signal.INT, Signal.QUIT, Signal.KILL);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private StartFailed failed() {
        return new StartFailed("PostgreSQL did not start in %s. %s".formatted(folder, Complaint.in(log)));
    }
}
