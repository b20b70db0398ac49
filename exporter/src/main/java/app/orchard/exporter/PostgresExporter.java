package app.orchard.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers relevant records for some milliseconds, appends them in one transaction and only then acknowledges
 * their positions. With the database away, or its tables not yet there, nothing is acknowledged: the broker
 * goes on working and keeps its log, and the exporter tries again until all is stored.
 *
 * <p>Arguments: {@code url}, {@code user}, {@code password}, {@code variables} (names, separated by commas).
 */
@SuppressWarnings("NullAway.Init") // the broker configures and opens an exporter before it exports
public final class PostgresExporter implements Exporter {

    private static final int BATCH = 200;
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final List<EngineEvent> gathered = new ArrayList<>(BATCH);
    private Logger log = LoggerFactory.getLogger(PostgresExporter.class);
    private Relevance relevance = new Relevance(Set.of());
    private EventTable table;
    private Controller controller;
    private Duration pause = SHORTEST_PAUSE;
    private boolean storing = true;
    private boolean flushScheduled;
    private long lastSeen;

    @Override
    public void configure(Context context) {
        log = context.getLogger();
        Map<String, Object> arguments = context.getConfiguration().getArguments();
        table = new EventTable(
                text(arguments, "url", ""), text(arguments, "user", "postgres"), text(arguments, "password", ""));
        relevance = new Relevance(Set.copyOf(
                List.of(text(arguments, "variables", "orderId,holdId,subject").split(","))));
        context.setFilter(relevance);
    }

    private static String text(Map<String, Object> arguments, String name, String otherwise) {
        return arguments.getOrDefault(name, otherwise).toString();
    }

    @Override
    public void open(Controller controller) {
        this.controller = controller;
    }

    /** @throws IllegalStateException when the batch is full and cannot be stored; the broker hands out the record again */
    @Override
    public void export(Record<?> record) {
        boolean relevant = relevance.includes(record);
        if (relevant && gathered.size() >= BATCH && !flush()) {
            throw new IllegalStateException("PostgreSQL does not take the engine's events; trying again");
        }
        lastSeen = record.getPosition();
        if (relevant) {
            gathered.add(EngineEvent.of(record));
            scheduleFlush(GATHERING);
        } else if (gathered.isEmpty()) {
            controller.updateLastExportedRecordPosition(lastSeen);
        }
    }

    @Override
    public void close() {
        if (table != null) {
            flush();
            table.close();
        }
    }

    private void scheduleFlush(Duration delay) {
        if (!flushScheduled) {
            flushScheduled = true;
            controller.scheduleCancellableTask(delay, this::flushAsScheduled);
        }
    }

    private void flushAsScheduled() {
        flushScheduled = false;
        if (!flush()) {
            scheduleFlush(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    /** Of a failed batch the driver's own message would repeat the rows. */
    private static String reason(SQLException failure) {
        SQLException next = failure.getNextException();
        return String.valueOf((next == null ? failure : next).getMessage());
    }

    private boolean flush() {
        if (gathered.isEmpty()) {
            return true;
        }
        try {
            table.append(gathered);
        } catch (SQLException failure) {
            if (storing) {
                log.warn("The engine's events wait for PostgreSQL: {}", reason(failure));
            }
            storing = false;
            return false;
        }
        if (!storing) {
            log.info("PostgreSQL takes the engine's events again");
        }
        storing = true;
        pause = SHORTEST_PAUSE;
        gathered.clear();
        controller.updateLastExportedRecordPosition(lastSeen);
        return true;
    }
}
