package app.orchard.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A Zeebe broker with one partition as a child process, reachable from this machine only; its folder outlives it. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final BrokerPlan plan;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private @Nullable ChildProcess process;

    public EmbeddedBroker(BrokerPlan plan) {
        this.plan = plan;
    }

    /** Starts a broker and waits until it takes commands. */
    public static EmbeddedBroker start(BrokerPlan plan) {
        var broker = new EmbeddedBroker(plan);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        broker.start();
        return broker;
    }

    /** Starts it, also again after {@link #stop} or {@link #kill}, and waits until it takes commands. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Where clients connect, as {@code CAMUNDA_CLIENT_GRPC_ADDRESS} wants it. */
    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + plan.grpcPort());
    }

    /** Its health and metrics. */
    public URI managementAddress() {
        return URI.create("http://127.0.0.1:" + plan.managementPort());
    }

    public boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(managementAddress().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

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
        if (plan.deletedWhenClosed()) {
            Folders.delete(plan.folder());
        }
    }

    synchronized @Nullable ChildProcess process() {
        return process;
    }

    synchronized void launch() {
        stopLeftover();
        process = ChildProcess.start(plan.command(), plan.environment(), plan.folder(), plan.log());
        process.note(pidFile());
    }

    void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            var current = process();
            if (current == null || current.ended(Duration.ofMillis(100)) || System.nanoTime() > deadline) {
                throw failed(current);
            }
        }
    }

    private StartFailed failed(@Nullable ChildProcess current) {
        return new StartFailed("The Zeebe broker did not start in %s; the end of %s says:%n%s"
                .formatted(plan.folder(), plan.log(), current == null ? "(stopped)" : current.lastLines(8)));
    }

    /** A broker that a killed run left behind holds folder and ports. */
    private void stopLeftover() {
        ChildProcess.noted(pidFile(), plan.mark())
                .ifPresent(left -> Signal.end(left, STOP_PATIENCE, Signal.TERM, Signal.KILL));
    }

    private Path pidFile() {
        return plan.folder().resolve("broker.pid");
    }
}
