package app.orchard.embedded;

import app.orchard.engine.RebuildProjections;
import java.sql.SQLException;
import java.util.Map;

/** {@code orchard rebuild-projections}: inbox, positions and incidents are read again from the engine's events. */
public final class RebuildCommand {

    private RebuildCommand() {}

    /** Ends with 0 when the rebuild was asked for, else with 1 and a sentence. */
    public static void main(String... arguments) {
        try {
            System.out.println(run(System.getenv(), arguments));
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * @param environment says which database, when it is not the one in the data folder
     * @return when it is rebuilt, for people
     * @throws StartFailed with what to do, when it could not be asked for
     */
    public static String run(Map<String, String> environment, String... arguments) {
        UpOptions options = UpOptions.parse(arguments);
        Surroundings surroundings = new Surroundings(environment);
        if (surroundings.bringDatabase()) {
            request(surroundings.database());
            return "The projections are rebuilt as soon as an application runs on that database.";
        }
        try {
            requestOfStopped(DataFolder.claim(options.data()), options.port(PortOption.DATABASE));
            return "The projections are rebuilt when Orchard starts with the data in " + options.data() + ".";
        } catch (AlreadyRunning e) {
            request(EmbeddedDatabase.running(options.data().resolve("postgresql"))
                    .forExporter());
            return "The running Orchard rebuilds its projections now.";
        }
    }

    private static void requestOfStopped(DataFolder data, int port) {
        try (var database = EmbeddedDatabase.start(data.of("postgresql"), data.log("postgresql"), port)) {
            request(database.forExporter());
        } finally {
            data.release();
        }
    }

    private static void request(BrokerPlan.ExporterDatabase database) {
        try {
            RebuildProjections.request(database.url(), database.user(), database.password());
        } catch (SQLException e) {
            throw new StartFailed(
                    "The projections cannot be rebuilt (%s). Start Orchard once with this database."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
