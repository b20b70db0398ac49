package app.orchard.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every process of the application that something changed, after the transaction that changed it committed. A
 * topic names what changed ({@code tasks}, {@code order:<id>}), never how: listeners read the facts themselves. A
 * notice can be lost while the database is away, so after each reconnection listeners hear {@link #EVERYTHING}; whoever
 * must not miss one looks now and then by itself.
 */
@Component
public class Changes implements SmartLifecycle {

    public static final String EVERYTHING = "*";

    private static final Logger log = LoggerFactory.getLogger(Changes.class);
    private static final int WAIT_MILLIS = 1000;
    private static final int MOST_UNSAID = 1000;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Set<String> unsaid = new LinkedHashSet<>();
    private final WakefulLoop speaker = new WakefulLoop("changes-speaker", Duration.ofSeconds(1), this::sayAll);
    private volatile @Nullable Thread listener;

    Changes(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /**
     * Once the caller's transaction has committed; at once without one. One thread says what all transactions changed
     * meanwhile: a transaction that notified by itself would hold up every other one that commits at the same time.
     */
    public void announce(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            queue(List.of(topic));
            return;
        }
        notices().topics.add(topic);
    }

    private Notices notices() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Notices notices) {
                return notices;
            }
        }
        Notices notices = new Notices();
        TransactionSynchronizationManager.registerSynchronization(notices);
        return notices;
    }

    /** What the transaction of this thread changed. */
    private final class Notices implements TransactionSynchronization {

        private final Set<String> topics = new LinkedHashSet<>();

        @Override
        public void afterCommit() {
            queue(topics);
        }
    }

    private void queue(Collection<String> topics) {
        synchronized (unsaid) {
            unsaid.addAll(topics);
            if (unsaid.size() > MOST_UNSAID) {
                unsaid.clear();
                unsaid.add(EVERYTHING);
            }
        }
        speaker.wake();
    }

    private void sayAll() {
        List<String> topics;
        synchronized (unsaid) {
            topics = List.copyOf(unsaid);
            unsaid.clear();
        }
        if (topics.isEmpty()) {
            return;
        }
        try {
            jdbc.sql("select pg_notify('orchard', topic) from unnest(?) topic")
                    .param(topics.toArray(String[]::new))
                    .query()
                    .listOfRows();
        } catch (DataAccessException e) {
            queue(topics);
            throw e;
        }
    }

    /**
     * @param topics which topics to hear; {@link #EVERYTHING} is always heard
     * @param listener runs on a thread of its own kind: it must be quick and must not throw
     */
    public Subscription subscribe(Predicate<String> topics, Consumer<String> listener) {
        Subscription subscription = new Subscription(topics, listener);
        subscriptions.add(subscription);
        return subscription;
    }

    /** Ends with {@link #close()}. */
    public final class Subscription implements AutoCloseable {

        private final Predicate<String> topics;
        private final Consumer<String> listener;

        private Subscription(Predicate<String> topics, Consumer<String> listener) {
            this.topics = topics;
            this.listener = listener;
        }

        private void tell(String topic) {
            try {
                if (topic.equals(EVERYTHING) || topics.test(topic)) {
                    listener.accept(topic);
                }
            } catch (RuntimeException e) {
                log.warn("A listener failed on {}", topic, e);
            }
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().name("changes").daemon().unstarted(this::listen);
        listener = starting;
        starting.start();
        speaker.start();
    }

    @Override
    public void stop() {
        speaker.stop();
        Thread running = listener;
        listener = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                log.info("Live notices pause until the database is back: {}", e.getMessage());
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen orchard");
        }
        tellAll(EVERYTHING);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            for (PGNotification notice : postgres.getNotifications(WAIT_MILLIS)) {
                tellAll(notice.getParameter());
            }
        }
    }

    private void tellAll(String topic) {
        subscriptions.forEach(subscription -> subscription.tell(topic));
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
