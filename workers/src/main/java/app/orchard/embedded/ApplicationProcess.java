package app.orchard.embedded;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The application in a process of its own, so that it can be killed and started again. */
public final class ApplicationProcess implements Part, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final Path folder;
    private final Path log;
    private final int port;
    private final List<String> program;
    private final Map<String, String> environment;
    private @Nullable ChildProcess process;

    /**
     * @param folder its working folder
     * @param port where it serves; 0 for any free one
     * @param program what follows the JVM's own options: {@code -jar FILE} or {@code -cp PATH CLASS}
     * @param environment its configuration
     */
    public ApplicationProcess(Path folder, Path log, int port, List<String> program, Map<String, String> environment) {
        this.folder = folder.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.program = List.copyOf(program);
        this.environment = Map.copyOf(environment);
    }

    /** The application of this process's own class path, for tests. */
    public static List<String> ofThisClassPath() {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of("-cp", classPath, "app.orchard.Orchard");
    }

    /** The same jar that this process runs from, or the same class path. */
    static List<String> ofThisProgram() {
        var program = System.getProperty("java.class.path");
        return program.endsWith(".jar") && !program.contains(File.pathSeparator)
                ? ofJar(Path.of(program).toAbsolutePath())
                : ofThisClassPath();
    }

    /** The application of a jar, started the faster when {@link TrialRun} prepared it. */
    static List<String> ofJar(Path jar) {
        var program = new ArrayList<>(Java.lessons(TrialRun.lessonsOf(jar)));
        program.addAll(List.of("-jar", jar.toString()));
        return program;
    }

    @Override
    public String title() {
        return "Application";
    }

    @Override
    public void start() {
        launch();
        Readiness.await(this, uri().resolve("/actuator/health/readiness"), PATIENCE, log);
    }

    /** Starts it without waiting for it. */
    public synchronized void launch() {
        stopLeftover();
        var started = ChildProcess.start(command(), settings(), folder, log);
        started.note(note());
        process = started;
    }

    @Override
    public String address() {
        return "port " + port;
    }

    /** The root of its pages and its API. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
        process = null;
    }

    /** Like {@code kill -9}. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public synchronized @Nullable ChildProcess process() {
        return process;
    }

    @Override
    public void stopLeftover() {
        ChildProcess.noted(note(), mark()).ifPresent(left -> Signal.end(left, STOP_PATIENCE, Signal.TERM, Signal.KILL));
    }

    private List<String> command() {
        var command = new ArrayList<>(Java.command());
        command.addAll(List.of(mark(), "-Xmx384m", "-Xss512k"));
        command.addAll(program);
        return command;
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<>(environment);
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "3s");
        return settings;
    }

    private String mark() {
        return "-Dorchard.application=" + folder;
    }

    private Path note() {
        return folder.resolve("application.pid");
    }
}
