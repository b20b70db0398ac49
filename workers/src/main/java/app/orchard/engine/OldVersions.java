package app.orchard.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is under way keeps the version of the model that it began with. Says at every start which of these ask for work
 * that this software no longer does.
 */
@Component
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class OldVersions {

    private static final Logger log = LoggerFactory.getLogger(OldVersions.class);

    private final JdbcClient jdbc;
    private final WorkerAccess workers;

    private record Running(String process, int version, long instances, String xml) {}

    OldVersions(JdbcClient jdbc, WorkerAccess workers) {
        this.jdbc = jdbc;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        warnings().forEach(log::warn);
    }

    /** One sentence for each version that will get stuck. */
    List<String> warnings() {
        return running().stream()
                .filter(running -> !missing(running).isEmpty())
                .map(running -> """
                        Version %d of the model “%s” is still under way %d times and asks for %s, which this software \
                        does not do: there it will wait for ever. Run the software of that version beside this one \
                        until they are through, or bring the job back.""".formatted(
                        running.version(), running.process(), running.instances(), String.join(", ", missing(running))))
                .toList();
    }

    private List<Running> running() {
        return jdbc.sql("""
                select i.process, m.version, count(*) as instances, m.content as xml
                from process_instance i join engine_model m on m.key = i.definition_key and m.kind = 'PROCESS'
                where i.state = 'ACTIVE' group by m.key, i.process order by i.process, m.version""").query(Running.class).list();
    }

    private Set<String> missing(Running running) {
        Set<String> missing = jobTypes(running.xml());
        missing.removeAll(workers.jobTypes());
        return missing;
    }

    private static Set<String> jobTypes(String xml) {
        Set<String> types = new TreeSet<>();
        try {
            XMLStreamReader reader = ModelNames.readerOf(xml);
            while (reader.hasNext()) {
                boolean definition = reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("taskDefinition");
                String type = definition ? reader.getAttributeValue(null, "type") : null;
                // An expression: nobody knows before it is asked
                if (type != null && !type.startsWith("=")) {
                    types.add(type);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("Not a BPMN model", e);
        }
        return types;
    }
}
