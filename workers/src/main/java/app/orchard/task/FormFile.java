package app.orchard.task;

import app.orchard.processes.CheckResult;
import app.orchard.processes.ModelCheck;
import app.orchard.task.TaskForm.Field;
import app.orchard.task.TaskForm.Kind;
import app.orchard.task.TaskForm.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form that somebody wants to deploy. */
@Component
public class FormFile {

    private static final Set<String> KNOWN =
            Set.of("text", "textfield", "textarea", "number", "checkbox", "select", "radio");

    private final FormParser parser;
    private final JsonMapper json;

    FormFile(FormParser parser, JsonMapper json) {
        this.parser = parser;
        this.json = json;
    }

    /**
     * @param id as the file is named
     * @param deployed the newest deployed version; null when there is none
     */
    public List<CheckResult> check(String id, String content, @Nullable String deployed) {
        JsonNode form;
        TaskForm parsed;
        try {
            form = json.readTree(content);
            parsed = parser.parse(content);
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of(
                    new CheckResult(ModelCheck.READABLE, List.of("This is no form: it is not written in JSON.")));
        }
        if (!form.path("components").isArray()) {
            return List.of(new CheckResult(ModelCheck.READABLE, List.of("This is no form: it has no fields.")));
        }
        List<CheckResult> results = new ArrayList<>();
        results.add(new CheckResult(ModelCheck.READABLE, List.of()));
        results.add(new CheckResult(
                ModelCheck.NAMED_LIKE_ITS_FILE,
                parsed.id().equals(id)
                        ? List.of()
                        : List.of("The form is called “" + parsed.id() + "”, but the file “" + id + ".form”.")));
        results.add(new CheckResult(ModelCheck.EXECUTABLE, unusable(form, parsed, parser.optionKeys())));
        results.add(new CheckResult(
                ModelCheck.WHAT_IS_READ_IS_KEPT,
                deployed == null ? List.of() : dropped(parser.parse(deployed), parsed)));
        return results;
    }

    private static List<String> unusable(JsonNode form, TaskForm parsed, Set<String> optionKeys) {
        List<String> found = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            String type = component.path("type").asString("");
            if (!KNOWN.contains(type)) {
                found.add("The inbox cannot show a field of the kind “" + type + "”. It knows "
                        + String.join(", ", new TreeSet<>(KNOWN)) + ".");
            }
            boolean chooses = type.equals("select") || type.equals("radio");
            if (chooses && component.path("values").isEmpty() && !component.has("valuesKey")) {
                found.add("“" + component.path("label").asString("") + "” offers nothing to choose from.");
            }
            String valuesKey = component.path("valuesKey").asString("");
            if (!valuesKey.isEmpty() && !optionKeys.contains(valuesKey)) {
                found.add("“" + component.path("label").asString("") + "” offers the choices “" + valuesKey
                        + "”, which nobody knows. There are " + String.join(", ", new TreeSet<>(optionKeys)) + ".");
            }
        }
        Set<String> keys = new HashSet<>();
        for (Field field : parsed.fields()) {
            if (field.kind() != Kind.TEXT && (field.key().isBlank() || !keys.add(field.key()))) {
                found.add("Each field needs a key of its own: “" + field.key() + "”.");
            }
        }
        return found;
    }

    private static List<String> dropped(TaskForm before, TaskForm now) {
        List<String> found = new ArrayList<>();
        for (Field field : before.fields()) {
            if (field.kind() != Kind.TEXT) {
                now.fields().stream()
                        .filter(each -> each.key().equals(field.key()))
                        .findFirst()
                        .ifPresentOrElse(
                                kept -> found.addAll(changed(field, kept)),
                                () -> found.add("The field “" + field.key()
                                        + "” is read by the process or the software, and is missing here."));
            }
        }
        return found;
    }

    private static List<String> changed(Field before, Field now) {
        if (valueOf(before.kind()) != valueOf(now.kind())) {
            return List.of("The field “" + before.key() + "” is read as a "
                    + before.kind().name().toLowerCase(Locale.ROOT) + ", and is a "
                    + now.kind().name().toLowerCase(Locale.ROOT) + " here.");
        }
        List<String> left = now.options().stream().map(Option::value).toList();
        return before.options().stream()
                .map(Option::value)
                .filter(value -> !left.contains(value))
                .map(value -> "The field “" + before.key() + "” no longer offers “" + value
                        + "”, which is read by the process or the software.")
                .toList();
    }

    /** A longer field for words gives the same as a short one, and it does not matter how one is chosen of several. */
    private static Kind valueOf(Kind kind) {
        return switch (kind) {
            case TEXTAREA -> Kind.TEXTFIELD;
            case RADIO -> Kind.SELECT;
            default -> kind;
        };
    }
}
