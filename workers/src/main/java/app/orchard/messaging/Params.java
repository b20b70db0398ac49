package app.orchard.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The values of a template's placeholders, in the order in which they stand in the text. */
final class Params {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private Params() {}

    static String write(Map<String, String> params) {
        return MAPPER.writeValueAsString(params);
    }

    static Map<String, String> read(String json, MessageTemplate template) {
        return ordered(MAPPER.readValue(json, STRINGS), template);
    }

    /** Only what the template needs; WhatsApp refuses new lines, tabs and runs of spaces. */
    static Map<String, String> ordered(Map<String, String> given, MessageTemplate template) {
        var ordered = new LinkedHashMap<String, String>();
        for (String name : template.parameters()) {
            Optional.ofNullable(given.get(name))
                    .ifPresent(value ->
                            ordered.put(name, value.replaceAll("\\s+", " ").strip()));
        }
        return ordered;
    }
}
