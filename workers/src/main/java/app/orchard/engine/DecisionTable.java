package app.orchard.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** One version of a table, ready to answer; or why it never will be. */
final class DecisionTable {

    private static final DmnEngine DMN = new DmnEngine.Builder().build();
    private static final int MOST_REMEMBERED = 500;

    /** What makes the answer to the same question another one. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile("\\b(now|today|random)\\b");

    private final String decision;
    private final @Nullable ParsedDmn parsed;
    private final String complaint;
    private final boolean isSteady;

    /** The same few questions come again and again, and each costs milliseconds. The latest of them. */
    private final Map<Map<String, @Nullable Object>, DecisionAnswer> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, @Nullable Object>, DecisionAnswer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private DecisionTable(String decision, @Nullable ParsedDmn parsed, String complaint, boolean isSteady) {
        this.decision = decision;
        this.parsed = parsed;
        this.complaint = complaint;
        this.isSteady = isSteady;
    }

    static DecisionTable read(String decision, String xml) {
        var result = DMN.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return result.isRight()
                ? new DecisionTable(
                        decision,
                        result.toOption().get(),
                        "",
                        !OF_THE_MOMENT.matcher(xml).find())
                : new DecisionTable(
                        decision, null, result.left().toOption().get().message(), false);
    }

    /** Why it cannot be read; empty when it can. */
    String complaint() {
        return complaint;
    }

    /** @throws IllegalArgumentException when it has no usable answer */
    DecisionAnswer ask(Map<String, ? extends @Nullable Object> inputs) {
        if (parsed == null) {
            throw new IllegalArgumentException("It cannot be read: " + complaint);
        }
        Map<String, @Nullable Object> question = new HashMap<>(inputs);
        if (!isSteady) {
            return evaluate(parsed, question);
        }
        synchronized (remembered) {
            DecisionAnswer known = remembered.get(question);
            if (known != null) {
                return known;
            }
        }
        DecisionAnswer answer = evaluate(parsed, question);
        synchronized (remembered) {
            remembered.put(question, answer);
        }
        return answer;
    }

    /** Empty when there is one. */
    String whyNoAnswer(Map<String, Object> inputs) {
        try {
            ask(inputs);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private DecisionAnswer evaluate(ParsedDmn table, Map<String, @Nullable Object> question) {
        var result = DMN.eval(table, decision, new HashMap<>(question));
        if (result.isLeft()) {
            throw new IllegalArgumentException(
                    result.left().toOption().get().failure().message());
        }
        return answer(result.toOption().get().value());
    }

    private static DecisionAnswer answer(@Nullable Object value) {
        if (!(value instanceof scala.collection.Map<?, ?> outputs)) {
            throw new IllegalArgumentException("No row fits.");
        }
        Map<String, Object> read = new HashMap<>();
        CollectionConverters.asJava(outputs).forEach((name, output) -> {
            if (output != null) {
                read.put(Objects.toString(name), output);
            }
        });
        return new DecisionAnswer(Map.copyOf(read));
    }
}
