package app.orchard.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Held by one process of the application at a time; passes to another when this one stops or loses its connection. */
final class Leadership implements AutoCloseable {

    private final DataSource dataSource;
    private final long lock;
    private @Nullable Connection connection;

    Leadership(DataSource dataSource, long lock) {
        this.dataSource = dataSource;
        this.lock = lock;
    }

    boolean held() throws SQLException {
        Connection held = connection;
        if (held != null && held.isValid(2)) {
            return true;
        }
        close();
        Connection candidate = dataSource.getConnection();
        try {
            if (locks(candidate, "select pg_try_advisory_lock(?)")) {
                connection = candidate;
                return true;
            }
            return false;
        } finally {
            if (connection != candidate) {
                candidate.close();
            }
        }
    }

    private boolean locks(Connection on, String sql) throws SQLException {
        try (PreparedStatement statement = on.prepareStatement(sql)) {
            statement.setLong(1, lock);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        Connection ending = connection;
        connection = null;
        if (ending == null) {
            return;
        }
        try (ending) {
            locks(ending, "select pg_advisory_unlock(?)");
        } catch (SQLException lost) {
            // The lock ended with its connection.
        }
    }
}
