package app.orchard.processes;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.xml.ModelException;

/**
 * What a model can rely on.
 *
 * @param groups of people, as tasks name them
 * @param processes that are deployed: their newest BPMN by their ids
 * @param decisions that are deployed, by their ids; so are forms
 * @param waiting elements of this process at which instances of it stand now
 */
public record Surroundings(
        Set<String> groups,
        Map<String, String> processes,
        Set<String> decisions,
        Set<String> forms,
        Set<String> waiting) {

    /** Deployed processes but this one, as far as they can be read. */
    Map<String, ProcessParts> others(String id) {
        Map<String, ProcessParts> found = new TreeMap<>();
        processes.forEach((other, xml) -> {
            try {
                if (!other.equals(id)) {
                    found.put(other, new ProcessParts(ProcessFile.read(xml)));
                }
            } catch (ModelException unreadable) {
                // The engine has it all the same, and nothing can be said about it
                found.remove(other);
            }
        });
        return found;
    }
}
