package app.orchard.exporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

record GivenContext(Map<String, Object> arguments) implements Context, Configuration {

    @Override
    public Logger getLogger() {
        return LoggerFactory.getLogger(PostgresExporter.class);
    }

    @Override
    public Configuration getConfiguration() {
        return this;
    }

    @Override
    public int getPartitionId() {
        return 1;
    }

    @Override
    public void setFilter(RecordFilter filter) {}

    @Override
    public String getId() {
        return "orchard";
    }

    @Override
    public Map<String, Object> getArguments() {
        return arguments;
    }

    @Override
    public <T> T instantiate(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
