package app.orchard.sandbox.wati;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registered text.
 *
 * @param status DRAFT, PENDING, APPROVED, REJECTED, PAUSED or DISABLED
 * @param body with named placeholders
 */
record Template(String id, String name, String status, String category, String body) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern UNFIT = Pattern.compile("[\\n\\t\\r]| {5,}");

    List<String> parameters() {
        return PLACEHOLDER
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Why WhatsApp would not accept these values, if so. */
    Optional<String> objection(Map<String, String> values) {
        if (!status.equals("APPROVED")) {
            return Optional.of("Template " + name + " is not approved, its status is " + status);
        }
        for (String parameter : parameters()) {
            String value = values.getOrDefault(parameter, "");
            if (value.isBlank()) {
                return Optional.of("Parameter " + parameter + " of template " + name + " is missing or empty");
            }
            if (UNFIT.matcher(value).find()) {
                return Optional.of("Parameter " + parameter + " has a new line, a tab or more than 4 spaces");
            }
        }
        return Optional.empty();
    }

    String text(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** As version 1 lists it: positional body beside the named one, parameters in no useful order. */
    Map<String, Object> listed() {
        var listed = new LinkedHashMap<String, Object>();
        listed.put("id", id);
        listed.put("elementName", name);
        listed.put("category", category);
        listed.put("status", status);
        listed.put("language", Map.of("key", "English", "value", "en", "text", "English"));
        listed.put("body", positional());
        listed.put("bodyOriginal", body);
        List<String> reversed = new ArrayList<>(parameters()).reversed();
        listed.put(
                "customParams",
                reversed.stream()
                        .map(name -> Map.of("paramName", name, "paramValue", "example"))
                        .toList());
        return listed;
    }

    Map<String, Object> listedByVersionThree() {
        var listed = new LinkedHashMap<String, Object>();
        listed.put("id", id);
        listed.put("name", name);
        listed.put("status", status);
        listed.put("category", category);
        listed.put("language", "en");
        listed.put("body", body);
        listed.put(
                "custom_params",
                parameters().stream().map(name -> Map.of("name", name)).toList());
        return listed;
    }

    Map<String, Object> kept() {
        return Map.of("id", id, "name", name, "status", status, "category", category, "body", body);
    }

    static Template of(Map<String, Object> kept) {
        return new Template(
                Objects.toString(kept.get("id")),
                Objects.toString(kept.get("name")),
                Objects.toString(kept.get("status")),
                Objects.toString(kept.get("category")),
                Objects.toString(kept.get("body")));
    }

    private String positional() {
        List<String> names = parameters();
        return PLACEHOLDER
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement("{{" + (names.indexOf(found.group(1)) + 1) + "}}"));
    }
}
