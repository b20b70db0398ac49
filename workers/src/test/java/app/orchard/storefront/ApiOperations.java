package app.orchard.storefront;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The API as its own description tells it, and how to ask for each operation as the description wants it. */
final class ApiOperations {

    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");
    private static final Set<String> NUMBER = Set.of("integer", "number");
    private static final Pattern MONEY = Pattern.compile(
            "(?i)amount|price|total|fee|tax|discount|cash|money|goods|paid|due|captured|refunded|settled|collected|counted");

    private final JsonNode description;

    ApiOperations(Http http) {
        this.description = http.get("/api/openapi.json").json();
    }

    /**
     * One operation.
     *
     * @param parameters by name, with where it stands ({@code path}, {@code query}, {@code header}) and its schema
     * @param body the schema of its body, null when it has none
     * @param media the type of its body, empty when it has none
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body,
            String media) {

        /** The caller, sending what is no JSON as what it is. */
        Http as(Http http) {
            return media.startsWith("image/") ? http.with("Content-Type", media) : http;
        }

        boolean isForStaff() {
            return path.startsWith("/api/staff");
        }

        /** Answers as long as somebody listens. */
        boolean isStream() {
            return path.endsWith("/events");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    JsonNode content = operation.path("requestBody").path("content");
                    JsonNode body = content.isEmpty()
                            ? null
                            : resolved(content.properties()
                                    .iterator()
                                    .next()
                                    .getValue()
                                    .path("schema"));
                    operations.add(new Operation(
                            method.toUpperCase(java.util.Locale.ROOT),
                            path,
                            parameters(operation),
                            body,
                            content.isEmpty()
                                    ? ""
                                    : content.propertyNames().iterator().next()));
                }));
        return operations;
    }

    private List<Parameter> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(one -> new Parameter(
                        one.path("name").asString(),
                        one.path("in").asString(),
                        one.path("required").asBoolean(),
                        resolved(one.path("schema"))))
                .toList();
    }

    /** Bodies and members of which nothing says how they look, as {@code POST /api/x} or {@code Schema.member}. */
    List<String> withoutExample() {
        Stream<String> bodies = all().stream()
                .filter(operation -> operation.media().contains("json") && !isShownOrHasMembers(operation.body()))
                .map(operation -> operation.method() + " " + operation.path());
        Stream<String> members = description
                .at("/components/schemas")
                .propertyStream()
                .flatMap(schema -> schema.getValue()
                        .path("properties")
                        .propertyStream()
                        .filter(member -> !isShown(member.getValue()))
                        .map(member -> schema.getKey() + "." + member.getKey()));
        return Stream.concat(bodies, members).toList();
    }

    private static boolean isShownOrHasMembers(@Nullable JsonNode body) {
        return body != null && (isShown(body) || body.has("properties"));
    }

    /** By itself, or by the examples of what it consists of. */
    private static boolean isShown(JsonNode schema) {
        return schema.hasNonNull("example")
                || schema.has("$ref")
                || schema.has("items") && isShown(schema.path("items"));
    }

    /** Members of answers that are bare numbers and sound like money, as {@code Schema.member}. */
    List<String> moneyWithoutCurrency() {
        Set<String> answers = new TreeSet<>();
        description
                .path("paths")
                .forEach(item -> item.forEach(operation -> collect(operation.path("responses"), answers)));
        return answers.stream()
                .filter(name -> !name.equals("Amount"))
                .flatMap(name -> schema(name)
                        .path("properties")
                        .propertyStream()
                        .filter(member ->
                                NUMBER.contains(member.getValue().path("type").asString("")))
                        .filter(member -> MONEY.matcher(member.getKey()).find())
                        .map(member -> name + "." + member.getKey()))
                .toList();
    }

    private void collect(JsonNode part, Set<String> names) {
        List<String> news = REFERENCE
                .matcher(part.toString())
                .results()
                .map(found -> found.group(1))
                .filter(names::add)
                .toList();
        news.forEach(name -> collect(schema(name), names));
    }

    private JsonNode schema(String name) {
        return description.at("/components/schemas/" + name);
    }

    /** Something that this schema allows, as far as it says. */
    Object example(JsonNode schema) {
        JsonNode known = resolved(schema);
        if (known.has("example")) {
            return known.path("example");
        }
        if (known.has("enum")) {
            return known.path("enum").get(0);
        }
        return switch (known.path("type").asString()) {
            case "object" -> members(known);
            case "array" -> List.of(example(known.path("items")));
            case "integer" -> Math.max(1, known.path("minimum").asInt(1));
            case "number" -> 1.5;
            case "boolean" -> true;
            default -> text(known);
        };
    }

    Map<String, Object> members(JsonNode schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        schema.path("properties").forEachEntry((name, member) -> members.put(name, example(member)));
        return members;
    }

    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private static Object text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2026-12-01T10:00:00Z";
            case "date" -> "2026-12-01";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }

    Stream<JsonNode> schemas() {
        return StreamSupport.stream(description.at("/components/schemas").spliterator(), false);
    }
}
