package app.orchard.exporter;

import io.camunda.zeebe.protocol.record.Record;

/**
 * One row of the table {@code engine_event}, independent of the broker's buffers.
 *
 * @param occurredAt milliseconds since the epoch, by the broker's clock
 * @param value the record's value as JSON
 */
record EngineEvent(
        int partition, long position, long key, String valueType, String intent, long occurredAt, String value) {

    static EngineEvent of(Record<?> record) {
        return new EngineEvent(
                record.getPartitionId(),
                record.getPosition(),
                record.getKey(),
                record.getValueType().name(),
                record.getIntent().name(),
                record.getTimestamp(),
                record.getValue().toJson());
    }
}
