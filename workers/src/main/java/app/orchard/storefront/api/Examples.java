package app.orchard.storefront.api;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How members look of which no annotation says it. */
final class Examples {

    /** What looks alike wherever it stands, by its format or type. */
    private static final Map<String, Object> OF_KINDS = Map.of(
            "uuid", "01a3f2c4-7d58-7b1e-9c40-5e6f7a8b9c0d",
            "date-time", "2026-12-01T10:00:00Z",
            "date", "2026-12-01",
            "boolean", true);

    /** Forms are no matter of HTTP alone, so they say nothing about it. */
    private static final Map<String, Object> OF_FORMS = Map.ofEntries(
            entry("TaskForm.id", "pack-order"),
            entry("Field.key", "packedBoxes"),
            entry("Field.label", "Boxes"),
            entry("Field.text", "How many boxes the order fills"),
            entry("Field.initial", "1"),
            entry("Field.min", 1),
            entry("Field.max", 20),
            entry("Field.decimals", 0),
            entry("Field.maxLength", 200),
            entry("Option.value", "notHome"),
            entry("Option.label", "Nobody was at home"),
            entry("Condition.field", "outcome"),
            entry("Condition.value", "failed"));

    private Examples() {}

    @SuppressWarnings("rawtypes")
    static void addTo(String name, Schema<?> schema) {
        Map<String, Schema> members = schema.getProperties() == null ? Map.of() : schema.getProperties();
        members.forEach((member, type) -> add(name + "." + member, type));
    }

    private static void add(String name, Schema<?> member) {
        Schema<?> one = member.getItems() == null ? member : member.getItems();
        Object example = of(name, one);
        if (example != null && member.getExample() == null && one.getExample() == null) {
            one.setExample(example);
        }
    }

    private static @Nullable Object of(String name, Schema<?> member) {
        if (member.getEnum() != null) {
            return member.getEnum().getFirst();
        }
        return OF_FORMS.containsKey(name) ? OF_FORMS.get(name) : OF_KINDS.get(kind(member));
    }

    private static String kind(Schema<?> schema) {
        if (schema.getFormat() != null) {
            return schema.getFormat();
        }
        return schema.getTypes() == null ? String.valueOf(schema.getType()) : String.join("", schema.getTypes());
    }
}
