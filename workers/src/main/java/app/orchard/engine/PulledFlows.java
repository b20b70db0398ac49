package app.orchard.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sequence flows behind event-based gateways, by what they lead to. Some versions of the engine do not tell that
 * these were taken: what happened behind them tells.
 */
record PulledFlows(Map<String, String> targets) {

    /** The flows that lead to one of these elements. */
    Set<String> to(Set<String> completed) {
        return targets.entrySet().stream()
                .filter(flow -> completed.contains(flow.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static PulledFlows read(String xml) {
        Set<String> gateways = new HashSet<>();
        Map<String, String> sources = new HashMap<>();
        Map<String, String> targets = new HashMap<>();
        try {
            XMLStreamReader reader = ModelNames.readerOf(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String id = reader.getAttributeValue(null, "id");
                    switch (reader.getLocalName()) {
                        case "eventBasedGateway" -> gateways.add(id);
                        case "sequenceFlow" -> {
                            sources.put(id, reader.getAttributeValue(null, "sourceRef"));
                            targets.put(id, reader.getAttributeValue(null, "targetRef"));
                        }
                        default -> {
                            // Nothing to do with flows
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("Not a BPMN model", e);
        }
        targets.keySet().removeIf(flow -> !gateways.contains(sources.get(flow)));
        return new PulledFlows(Map.copyOf(targets));
    }
}
