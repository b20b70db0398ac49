package app.orchard.engine;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the author of a BPMN model called its elements. */
record ModelNames(Map<String, String> byId) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** The id itself for an element without a name. */
    String of(String id) {
        return byId.getOrDefault(id, id);
    }

    static ModelNames read(String xml) {
        Map<String, String> names = new HashMap<>();
        try {
            XMLStreamReader reader = readerOf(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && BPMN.equals(reader.getNamespaceURI())) {
                    String id = reader.getAttributeValue(null, "id");
                    String name = reader.getAttributeValue(null, "name");
                    if (id != null && name != null && !name.isBlank()) {
                        names.put(id, name.replaceAll("\\s+", " ").strip());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("Not a BPMN model", e);
        }
        return new ModelNames(Map.copyOf(names));
    }

    /** Reads what the file itself says, and nothing from elsewhere. */
    static XMLStreamReader readerOf(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(xml));
    }
}
