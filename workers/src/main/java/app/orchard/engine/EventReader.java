package app.orchard.engine;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads on in the engine's events from where it was, one partition after the other. A stretch of events, what it
 * changes and the cursor commit together; the cursor's row lock keeps readers of other processes away meanwhile.
 */
@Component
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class EventReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventReader.class);
    static final String TOPIC = "engine";
    private static final int STRETCH = 1000;

    private final JdbcClient jdbc;
    private final Projections projections;
    private final UserTaskEvents userTasks;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final WakefulLoop loop = new WakefulLoop("event-reader", Duration.ofSeconds(2), this::readOn);

    EventReader(
            JdbcClient jdbc,
            Projections projections,
            UserTaskEvents userTasks,
            ApplicationEventPublisher events,
            Changes changes,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.userTasks = userTasks;
        this.events = events;
        this.changes = changes;
        this.transaction = transaction;
        changes.subscribe(TOPIC::equals, topic -> loop.wake());
    }

    private record Cursor(int partition, long position, long announced) {}

    private void readOn() {
        meetNewPartitions();
        if (rebuildRequested()) {
            transaction.executeWithoutResult(status -> rebuild());
        }
        boolean more = true;
        while (more && isRunning()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> readStretches()));
        }
    }

    private void meetNewPartitions() {
        jdbc.sql("""
                with recursive p as (
                  select min(partition_id) as id from engine_event
                  union all
                  select (select min(partition_id) from engine_event where partition_id > p.id) from p where p.id is not null)
                insert into projection_cursor (partition_id)
                select id from p where id is not null and id not in (select partition_id from projection_cursor)
                on conflict do nothing""").update();
    }

    private boolean rebuildRequested() {
        return jdbc.sql("select exists (select from projection_cursor where rebuild)")
                .query(Boolean.class)
                .single();
    }

    /** In one transaction, so that nobody ever sees half of it. */
    private void rebuild() {
        List<Cursor> cursors = cursors("for update");
        log.info("Reading everything the engine did again, to rebuild the projections");
        projections.empty();
        events.publishEvent(new ProjectionsEmptied());
        for (Cursor cursor : cursors) {
            Cursor next = new Cursor(cursor.partition(), 0, cursor.announced());
            Stretch stretch;
            while ((stretch = stretchAfter(next)) != null) {
                next = read(next, stretch);
            }
        }
        jdbc.sql("update projection_cursor set rebuild = false").update();
        announce(Set.of("tasks", "incidents", "orders", ModelDeployments.TOPIC));
        log.info("The projections are rebuilt");
    }

    private boolean readStretches() {
        boolean more = false;
        for (Cursor cursor : cursors("for update skip locked")) {
            Stretch stretch = stretchAfter(cursor);
            if (stretch != null) {
                read(cursor, stretch);
                announce(topics(stretch));
                more = true;
            }
        }
        return more;
    }

    private List<Cursor> cursors(String locking) {
        return jdbc.sql("select partition_id, position, announced from projection_cursor order by partition_id "
                        + locking)
                .query((row, n) -> new Cursor(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private @Nullable Stretch stretchAfter(Cursor cursor) {
        return jdbc.sql("""
                select max(position) as up_to from (
                  select position from engine_event where partition_id = ? and position > ?
                  order by position limit ?) next having max(position) is not null""")
                .params(cursor.partition(), cursor.position(), STRETCH)
                .query((row, n) -> new Stretch(cursor.partition(), cursor.position(), row.getLong(1)))
                .optional()
                .orElse(null);
    }

    private Cursor read(Cursor cursor, Stretch stretch) {
        List<InstanceJoinedOrder> joined = projections.apply(stretch);
        userTasks.publish(stretch, cursor.announced());
        joined.forEach(events::publishEvent);
        Cursor next = new Cursor(cursor.partition(), stretch.upTo(), Math.max(cursor.announced(), stretch.upTo()));
        jdbc.sql("update projection_cursor set position = ?, announced = ? where partition_id = ?")
                .params(next.position(), next.announced(), next.partition())
                .update();
        return next;
    }

    private Set<String> topics(Stretch stretch) {
        Set<String> kinds = projections.kindsIn(stretch);
        Set<String> topics = new TreeSet<>();
        if (kinds.contains("JOB")) {
            topics.add("tasks");
        }
        if (kinds.contains("PROCESS") || kinds.contains("FORM") || kinds.contains("DECISION_REQUIREMENTS")) {
            topics.add(ModelDeployments.TOPIC);
        }
        if (kinds.contains("INCIDENT")) {
            topics.add("incidents");
        }
        projections.ordersIn(stretch).forEach(order -> topics.add("order:" + order));
        return topics;
    }

    private void announce(Set<String> topics) {
        topics.forEach(changes::announce);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
