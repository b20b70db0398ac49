package app.orchard.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The table {@code engine_event} over one connection that is opened when needed and again after a failure. */
final class EventTable implements AutoCloseable {

    private static final String APPEND = """
            insert into engine_event (partition_id, position, key, value_type, intent, occurred_at, value)
            values (?, ?, ?, ?, ?, ?, ?::jsonb - 'variables')
            on conflict (partition_id, position) do nothing
            """;

    private final String url;
    private final Properties properties = new Properties();
    private @Nullable Connection connection;

    EventTable(String url, String user, String password) {
        this.url = url;
        properties.putAll(java.util.Map.of(
                "user", user,
                "password", password,
                "ApplicationName", "orchard-exporter",
                "connectTimeout", "5",
                "loginTimeout", "5",
                "socketTimeout", "30",
                "tcpKeepAlive", "true",
                "reWriteBatchedInserts", "true"));
    }

    /** Stores all events in one transaction and wakes the readers; an event stored before stays as it is. */
    void append(List<EngineEvent> events) throws SQLException {
        try {
            Connection open = connection();
            insert(open, events);
            try (Statement notify = open.createStatement()) {
                notify.execute("notify orchard, 'engine'");
            }
            open.commit();
        } catch (SQLException failure) {
            close();
            throw failure;
        }
    }

    private void insert(Connection open, List<EngineEvent> events) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(APPEND)) {
            for (EngineEvent event : events) {
                insert.setInt(1, event.partition());
                insert.setLong(2, event.position());
                insert.setLong(3, event.key());
                insert.setString(4, event.valueType());
                insert.setString(5, event.intent());
                insert.setTimestamp(6, new Timestamp(event.occurredAt()));
                insert.setString(7, event.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            // The driver itself, not DriverManager: this jar has its own class loader inside the broker.
            Connection opened = new Driver().connect(url, properties);
            if (opened == null) {
                throw new SQLException("Not an address of PostgreSQL: " + url);
            }
            opened.setAutoCommit(false);
            connection = opened;
        }
        return connection;
    }

    @Override
    public void close() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException alreadyBroken) {
                // Nothing is lost: what was not committed is appended again.
            }
        }
    }
}
