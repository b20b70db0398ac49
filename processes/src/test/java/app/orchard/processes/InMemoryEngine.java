package app.orchard.processes;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The in-memory Zeebe with its own clock; it serves all tests of a run, one after the other. */
final class InMemoryEngine implements TestEngine, AutoCloseable {
    private final ZeebeTestEngine engine = EngineFactory.create();
    private final CamundaClient client;
    private Duration ahead = Duration.ZERO;
    private long testBegan;

    InMemoryEngine() {
        engine.start();
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofMinutes(1))
                .build();
        Models.deploy(client);
    }

    @Override
    public CamundaClient client() {
        return client;
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    @Override
    public void turnClockTo(Instant then) {
        var step = Duration.between(now(), then);
        if (step.isPositive()) {
            engine.increaseTime(step);
            ahead = ahead.plus(step);
        }
    }

    @Override
    public void settle() {
        try {
            // It looks for due timers every 100 ms, and seems idle in between.
            Thread.sleep(Duration.ofMillis(250));
            engine.waitForIdleState(Duration.ofMinutes(1));
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("The engine does not come to rest", e);
        }
    }

    @Override
    public History history() {
        return RecordedHistory.of(recordsOfTest());
    }

    /** An order left on its way would answer the next test's clock and hand it its work. */
    void cancelWhatIsLeft() {
        for (var left = running(); !left.isEmpty(); left = running()) {
            client.newCancelInstanceCommand(Collections.min(left)).send().join();
            settle();
        }
    }

    private Set<Long> running() {
        return RecordedHistory.running(recordsOfTest());
    }

    private Stream<Record<?>> recordsOfTest() {
        return records().filter(event -> event.getPosition() > testBegan);
    }

    void beginTest() {
        testBegan = records().mapToLong(Record::getPosition).max().orElse(0);
    }

    /** All that happened since the engine started. */
    Stream<Record<?>> records() {
        return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false);
    }

    @Override
    public void close() {
        client.close();
        engine.stop();
    }
}
