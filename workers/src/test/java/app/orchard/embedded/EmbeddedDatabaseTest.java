package app.orchard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.RunningParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWrittenOverAStopAndAKill() throws Exception {
        try (var database = started()) {
            execute(database, "create table mango (name text); insert into mango values ('Harumanis')");
            database.stop();
            database.start();
            execute(database, "insert into mango values ('Alphonso')");
            database.kill();
            database.start();
            assertThat(count(database)).isEqualTo(2);
        }
    }

    /** Each session says good-bye in the log, in the midst of what the new server says. */
    @Test
    void startsAgainAfterAKillWithManySessions() throws Exception {
        try (var database = started()) {
            for (int session = 0; session < 60; session++) {
                DriverManager.getConnection(database.url(), database.user(), database.password());
            }
            database.kill();
            database.start();
            execute(database, "create table mango (name text)");
        }
    }

    @Test
    void replacesTheServerThatAKilledRunLeftBehind() throws Exception {
        var first = started();
        execute(first, "create table mango (name text); insert into mango values ('Harumanis')");
        try (var second = EmbeddedDatabase.start(folder.resolve("db"), folder.resolve("log"), first.port())) {
            assertThat(count(second)).isEqualTo(1);
            assertThat(first.process()).matches(process -> !process.isAlive());
        }
    }

    @Test
    void asksForThePasswordThatItsFolderKeeps() throws Exception {
        try (var database = started()) {
            assertThat(database.password()).hasSizeGreaterThan(20);
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void leavesNothingOfATemporaryDatabase() {
        var database = EmbeddedDatabase.temporary();
        assertThat(database.create("second")).endsWith("/second");
        var home = database.folder();
        database.close();
        assertThat(Files.exists(home)).isFalse();
    }

    @Test
    void hasNothingToRebuildBeforeItWasUsed() {
        var database = RunningParts.database();
        var environment = Map.of(
                "SPRING_DATASOURCE_URL", database.create("never_used"),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
        assertThatThrownBy(() -> RebuildCommand.run(environment))
                .isInstanceOf(StartFailed.class)
                .hasMessageEndingWith("Start Orchard once with this database.");
    }

    private EmbeddedDatabase started() {
        return EmbeddedDatabase.start(folder.resolve("db"), folder.resolve("log"), 0);
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from mango")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
