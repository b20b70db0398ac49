package app.orchard.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Asks for the projections to be thrown away and read again from the engine's events. Works with the application
 * running, which does it at once, and without, which does it when it starts.
 */
public final class RebuildProjections {

    private RebuildProjections() {}

    /** @throws SQLException when the database cannot be reached or was never used by the application */
    public static void request(String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update projection_cursor set rebuild = true");
            statement.execute("notify orchard, '" + EventReader.TOPIC + "'");
        }
    }
}
