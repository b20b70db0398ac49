package app.orchard.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** A Zeebe broker with one partition as a child process, reachable from this machine only; its folder outlives it. */
public final class EmbeddedBroker implements Part, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final BrokerPlan plan;
    private @Nullable ChildProcess process;

    EmbeddedBroker(BrokerPlan plan) {
        this.plan = plan;
    }

    /** Starts a broker and waits until it takes commands. It ends with this process at the latest, after its contexts. */
    public static EmbeddedBroker start(BrokerPlan plan) {
        var broker = new EmbeddedBroker(plan);
        SpringApplication.getShutdownHandlers().add(broker::close);
        broker.start();
        return broker;
    }

    @Override
    public String title() {
        return "Zeebe broker";
    }

    /** Starts it, also again after {@link #stop} or {@link #kill}, and waits until it takes commands. */
    @Override
    public void start() {
        launch();
        awaitReady();
    }

    void awaitReady() {
        Readiness.await(this, readiness(), PATIENCE, plan.log());
    }

    /** Where clients connect, as {@code CAMUNDA_CLIENT_GRPC_ADDRESS} wants it. */
    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + plan.grpcPort());
    }

    /** Its health and metrics. */
    public URI managementAddress() {
        return URI.create("http://127.0.0.1:" + plan.managementPort());
    }

    @Override
    public String address() {
        return "gRPC on port %d, health on port %d".formatted(plan.grpcPort(), plan.managementPort());
    }

    public boolean isReady() {
        return Readiness.answers(readiness());
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
        if (plan.deletedWhenClosed()) {
            Folders.delete(plan.folder());
        }
    }

    @Override
    public synchronized @Nullable ChildProcess process() {
        return process;
    }

    /** A broker that a killed run left behind holds folder and ports. */
    @Override
    public void stopLeftover() {
        ChildProcess.noted(note(), plan.mark())
                .ifPresent(left -> Signal.end(left, STOP_PATIENCE, Signal.TERM, Signal.KILL));
    }

    private void launch() {
        launch(plan.command());
    }

    synchronized void launch(List<String> command) {
        stopLeftover();
        var started = ChildProcess.start(command, plan.environment(), plan.folder(), plan.log());
        started.note(note());
        process = started;
    }

    private URI readiness() {
        return managementAddress().resolve("/actuator/health/readiness");
    }

    private Path note() {
        return plan.folder().resolve("broker.pid");
    }
}
