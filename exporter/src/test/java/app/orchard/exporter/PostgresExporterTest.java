package app.orchard.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresExporterTest {

    private static EmbeddedPostgres postgres;

    private final BrokerSide broker = new BrokerSide();
    private final PostgresExporter exporter = new PostgresExporter();

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        execute("drop table if exists engine_event, not_yet");
        execute("""
                create table engine_event (partition_id int, position bigint, key bigint, value_type text, intent text,
                  occurred_at timestamptz, value jsonb, primary key (partition_id, position))""");
    }

    @Test
    void acknowledgesOnlyWhatIsStored() throws SQLException {
        open(url());
        exporter.export(activated(7));

        assertThat(broker.acknowledged()).isZero();
        broker.letTimePass();

        assertThat(broker.acknowledged()).isEqualTo(7);
        assertThat(stored()).isEqualTo(1);
        assertThat(number("select count(*) from engine_event where value ? 'variables'"))
                .isZero();
    }

    @Test
    void storesARecordThatComesAgainOnce() throws SQLException {
        open(url());
        LongStream.of(1, 2, 3, 2, 3, 4).forEach(position -> exporter.export(activated(position)));
        broker.letTimePass();

        assertThat(stored()).isEqualTo(4);
        assertThat(broker.acknowledged()).isEqualTo(4);
    }

    @Test
    void passesOverWhatNobodyReads() throws SQLException {
        open(url());
        exporter.export(record(5, ProcessInstanceIntent.ELEMENT_ACTIVATING));

        assertThat(broker.acknowledged()).isEqualTo(5);
        assertThat(stored()).isZero();
    }

    @Test
    void neverAcknowledgesBeyondWhatStillWaits() {
        open(url());
        exporter.export(activated(5));
        exporter.export(record(6, ProcessInstanceIntent.ELEMENT_ACTIVATING));

        assertThat(broker.acknowledged()).isZero();
        broker.letTimePass();
        assertThat(broker.acknowledged()).isEqualTo(6);
    }

    @Test
    void waitsUntilTheTableIsThere() throws SQLException {
        execute("alter table engine_event rename to not_yet");
        open(url());
        exporter.export(activated(1));
        broker.letTimePass();
        broker.letTimePass();
        assertThat(broker.acknowledged()).isZero();

        execute("alter table not_yet rename to engine_event");
        broker.letTimePass();

        assertThat(broker.acknowledged()).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void opensWithoutADatabaseAndHandsBackWhatItCannotKeep() {
        open("jdbc:postgresql://127.0.0.1:1/nowhere");
        LongStream.rangeClosed(1, 200).forEach(position -> exporter.export(activated(position)));

        assertThatIllegalStateException().isThrownBy(() -> exporter.export(activated(201)));
        assertThat(broker.acknowledged()).isZero();
    }

    @Test
    void connectsAgainAfterItsConnectionWasCut() throws SQLException {
        open(url());
        exporter.export(activated(1));
        broker.letTimePass();
        execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'orchard-exporter'");

        exporter.export(activated(2));
        broker.letTimePass();
        broker.letTimePass();

        assertThat(stored()).isEqualTo(2);
        assertThat(broker.acknowledged()).isEqualTo(2);
    }

    private void open(String url) {
        exporter.configure(new GivenContext(Map.of("url", url, "user", "postgres")));
        exporter.open(broker);
    }

    private static String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private static Record<?> activated(long position) {
        return record(position, ProcessInstanceIntent.ELEMENT_ACTIVATED);
    }

    private static Record<?> record(long position, Intent intent) {
        return ImmutableRecord.<RecordValue>builder()
                .withPartitionId(1)
                .withPosition(position)
                .withKey(100 + position)
                .withTimestamp(1_760_000_000_000L)
                .withRecordType(RecordType.EVENT)
                .withValueType(ValueType.PROCESS_INSTANCE)
                .withIntent(intent)
                .withValue(new GivenValue())
                .build();
    }

    private static int stored() throws SQLException {
        return number("select count(*) from engine_event");
    }

    private static int number(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record GivenValue() implements RecordValue {

        @Override
        public String toJson() {
            return "{\"elementId\": \"userTask_packOrder\", \"variables\": {\"secret\": 1}}";
        }
    }
}
