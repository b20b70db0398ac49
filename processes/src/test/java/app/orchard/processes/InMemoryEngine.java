package app.orchard.processes;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
    public History history() {
        return RecordedHistory.of(records().filter(record -> record.getPosition() > testBegan));
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
