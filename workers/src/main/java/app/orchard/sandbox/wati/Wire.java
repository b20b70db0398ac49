package app.orchard.sandbox.wati;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what callers send without trusting its shape. */
final class Wire {
    private Wire() {}

    static String text(Map<String, Object> object, String name) {
        return Objects.toString(object.get(name), "").strip();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(entry -> (Map<String, Object>) entry)
                        .toList()
                : List.of();
    }

    /** {@code [{name, value}]} as a map. */
    static Map<String, String> pairs(@Nullable Object value) {
        var pairs = new LinkedHashMap<String, String>();
        objects(value).forEach(pair -> pairs.put(text(pair, "name"), Objects.toString(pair.get("value"), "")));
        return pairs;
    }

    static List<Map<String, String>> named(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> Map.of("name", entry.getKey(), "value", entry.getValue()))
                .toList();
    }
}
