package app.orchard.bench;

import app.orchard.embedded.BrokerPlan;
import app.orchard.embedded.EmbeddedBroker;
import app.orchard.embedded.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/** A database with so many finished orders, a broker that exports to it, and the application on both when it is open. */
final class Town implements AutoCloseable {

    private final Class<?> application;
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private @Nullable Subject subject;

    private Town(Class<?> application, EmbeddedDatabase database, EmbeddedBroker broker) {
        this.application = application;
        this.database = database;
        this.broker = broker;
    }

    /** @param finished orders of days gone by */
    static Town with(Class<?> application, int finished) {
        EmbeddedDatabase database = EmbeddedDatabase.temporaryAndDurable();
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerPlan.temporary().exportingTo(database));
        Town town = new Town(application, database, broker);
        if (finished > 0) {
            History.write(town.open().jdbc(), finished);
        }
        return town;
    }

    EmbeddedBroker broker() {
        return broker;
    }

    /** The application, started when it does not run. */
    Subject open() {
        if (subject == null) {
            subject = Subject.withEngine(application, database, broker.grpcAddress());
        }
        return subject;
    }

    void rest() {
        if (subject != null) {
            subject.close();
            subject = null;
        }
    }

    @Override
    public void close() {
        rest();
        broker.close();
        database.close();
    }
}
