package app.orchard.engine;

import app.orchard.processes.TableEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Decisions that people wait for, made here rather than by the engine: by the version deployed last, as far as the
 * exporter told us of it, and before that by the one that came with this software. A version that cannot answer stops
 * nobody: the newest one that can is used, and {@link DecisionFaults} tells the founder.
 */
@Service
public class DecisionTables {

    private static final int VERSIONS = 20;

    private final JdbcClient jdbc;
    private final DecisionFaults faults;
    private final Map<Long, DecisionTable> deployed = new ConcurrentHashMap<>();
    private final Map<String, DecisionTable> shipped = new ConcurrentHashMap<>();

    private record Version(long key, int version) {}

    DecisionTables(JdbcClient jdbc, DecisionFaults faults) {
        this.jdbc = jdbc;
        this.faults = faults;
    }

    /**
     * @param reading takes out what is wanted; throws IllegalArgumentException, in a sentence, when that cannot be used
     */
    public <T> T decide(
            String decision, Map<String, ? extends @Nullable Object> inputs, Function<DecisionAnswer, T> reading) {
        for (Version version : versions(decision)) {
            try {
                return reading.apply(table(decision, version).ask(inputs));
            } catch (IllegalArgumentException e) {
                faults.record(decision, version.key(), version.version(), String.valueOf(e.getMessage()));
            }
        }
        return reading.apply(
                shipped.computeIfAbsent(decision, DecisionTables::ours).ask(inputs));
    }

    /** For a table that is not deployed yet. */
    public static TableEngine trying(String decision) {
        return new TableEngine() {
            @Override
            public String complaint(String xml) {
                return DecisionTable.read(decision, xml).complaint();
            }

            @Override
            public List<String> withoutAnswer(String xml, List<Map<String, Object>> questions) {
                DecisionTable table = DecisionTable.read(decision, xml);
                return questions.stream().map(table::whyNoAnswer).toList();
            }
        };
    }

    private List<Version> versions(String decision) {
        return jdbc.sql("""
                select key, version from engine_model
                where kind = 'DECISION_REQUIREMENTS' and ? = any(decisions)
                order by deployed_at desc, key desc limit ?""").params(decision, VERSIONS).query(Version.class).list();
    }

    private DecisionTable table(String decision, Version version) {
        return deployed.computeIfAbsent(version.key(), key -> DecisionTable.read(decision, content(key)));
    }

    private String content(long key) {
        Optional<String> content = jdbc.sql("select content from engine_model where key = ?")
                .param(key)
                .query(String.class)
                .optional();
        return content.orElse("");
    }

    private static DecisionTable ours(String decision) {
        try {
            var file = new ClassPathResource("dmn/" + decision + ".dmn");
            return DecisionTable.read(decision, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
