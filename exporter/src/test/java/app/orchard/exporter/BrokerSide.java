package app.orchard.exporter;

import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The broker as an exporter sees it, with a clock that the test turns. */
final class BrokerSide implements Controller {

    private final Queue<Runnable> scheduled = new ArrayDeque<>();
    private long acknowledged;

    void letTimePass() {
        Runnable due = scheduled.poll();
        if (due != null) {
            due.run();
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    @Override
    public void updateLastExportedRecordPosition(long position) {
        acknowledged = position;
    }

    @Override
    public void updateLastExportedRecordPosition(long position, byte[] metadata) {
        acknowledged = position;
    }

    @Override
    public long getLastExportedRecordPosition() {
        return acknowledged;
    }

    @Override
    public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
        scheduled.add(task);
        return () -> scheduled.remove(task);
    }

    @Override
    public Optional<byte[]> readMetadata() {
        return Optional.empty();
    }
}
