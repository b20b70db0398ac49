package app.orchard.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** One version of a table, ready to answer; or why it never will be. */
final class DecisionTable {

    private static final DmnEngine DMN = new DmnEngine.Builder().build();

    private final String decision;
    private final @Nullable ParsedDmn parsed;
    private final String complaint;

    private DecisionTable(String decision, @Nullable ParsedDmn parsed, String complaint) {
        this.decision = decision;
        this.parsed = parsed;
        this.complaint = complaint;
    }

    static DecisionTable read(String decision, String xml) {
        var result = DMN.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return result.isRight()
                ? new DecisionTable(decision, result.toOption().get(), "")
                : new DecisionTable(
                        decision, null, result.left().toOption().get().message());
    }

    /** @throws IllegalArgumentException when it has no usable answer */
    DecisionAnswer ask(Map<String, ? extends @Nullable Object> inputs) {
        if (parsed == null) {
            throw new IllegalArgumentException("It cannot be read: " + complaint);
        }
        var result = DMN.eval(parsed, decision, new HashMap<String, @Nullable Object>(inputs));
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
