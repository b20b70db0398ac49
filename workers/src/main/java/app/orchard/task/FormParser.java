package app.orchard.task;

import app.orchard.task.TaskForm.Condition;
import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Kind;
import app.orchard.task.TaskForm.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that Camunda Modeler writes. Kinds of components that no task uses are passed over. */
@Component
class FormParser {

    private static final Map<String, Kind> KINDS = Map.of(
            "text", Kind.TEXT,
            "textfield", Kind.TEXTFIELD,
            "textarea", Kind.TEXTAREA,
            "number", Kind.NUMBER,
            "checkbox", Kind.CHECKBOX,
            "select", Kind.SELECT,
            "radio", Kind.RADIO);

    /** {@code =outcome != "failed"}: the one shape of condition that the forms use. */
    private static final Pattern HIDE = Pattern.compile("=\\s*(\\w+)\\s*(!?=)\\s*(?:\"([^\"]*)\"|(true|false))\\s*");

    private final JsonMapper json;
    private final Map<String, TaskOptions> options;

    FormParser(JsonMapper json, List<TaskOptions> options) {
        this.json = json;
        this.options = options.stream().collect(Collectors.toMap(TaskOptions::key, each -> each));
    }

    /** The {@code valuesKey}s that somebody has choices for. */
    Set<String> optionKeys() {
        return options.keySet();
    }

    TaskForm parse(String content) {
        JsonNode form = json.readTree(content);
        List<Field> fields = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            Kind kind = KINDS.get(component.path("type").asString(""));
            if (kind != null) {
                fields.add(field(kind, component));
            }
        }
        return new TaskForm(form.path("id").asString(""), List.copyOf(fields));
    }

    private Field field(Kind kind, JsonNode component) {
        JsonNode rules = component.path("validate");
        return new Field(
                kind,
                kind == Kind.TEXT ? "" : component.path("key").asString(""),
                component.path("label").asString(""),
                component.path(kind == Kind.TEXT ? "text" : "description").asString(""),
                rules.path("required").asBoolean(false),
                initial(component.path("defaultValue")),
                number(rules.path("min")),
                number(rules.path("max")),
                whole(component.path("decimalDigits")),
                whole(rules.path("maxLength")),
                options(component),
                shownWhen(component.path("conditional").path("hide").asString("")));
    }

    private static @Nullable Object initial(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isBoolean()
                ? Boolean.valueOf(value.booleanValue())
                : value.asStringOpt().orElse(null);
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static @Nullable Integer whole(JsonNode value) {
        return value.isIntegralNumber() ? Integer.valueOf(value.intValue()) : null;
    }

    private List<Option> options(JsonNode component) {
        String valuesKey = component.path("valuesKey").asString("");
        if (!valuesKey.isEmpty()) {
            return Optional.ofNullable(options.get(valuesKey))
                    .map(TaskOptions::options)
                    .orElse(List.of());
        }
        List<Option> listed = new ArrayList<>();
        for (JsonNode value : component.path("values")) {
            String code = value.path("value").asString("");
            listed.add(new Option(code, value.path("label").asString(code)));
        }
        return List.copyOf(listed);
    }

    private static @Nullable Condition shownWhen(String hide) {
        Matcher matcher = HIDE.matcher(hide);
        if (!matcher.matches()) {
            return null;
        }
        String text = matcher.group(3);
        Object value = text == null ? Boolean.valueOf(matcher.group(4)) : text;
        return new Condition(matcher.group(1), value, matcher.group(2).equals("="));
    }
}
