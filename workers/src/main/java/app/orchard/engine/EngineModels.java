package app.orchard.engine;

import app.orchard.shared.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The models, forms and decisions as the engine has them, in every version it ever had. */
@Service
public class EngineModels {

    private final JdbcClient jdbc;
    private final Map<Long, ModelNames> names = new ConcurrentHashMap<>();

    EngineModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The JSON of a Camunda form. */
    public Optional<String> form(long formKey) {
        return content(formKey, "FORM");
    }

    /** @throws Refusal NOT_FOUND */
    public String bpmn(long definitionKey) {
        return content(definitionKey, "PROCESS").orElseThrow(() -> Refusal.notFound("process model"));
    }

    /** What the model calls an element. */
    public String nameOf(long definitionKey, String element) {
        return names(definitionKey).of(element);
    }

    ModelNames names(long definitionKey) {
        ModelNames known = names.get(definitionKey);
        if (known == null) {
            known = content(definitionKey, "PROCESS").map(ModelNames::read).orElse(new ModelNames(Map.of()));
            if (!known.byId().isEmpty()) {
                names.put(definitionKey, known);
            }
        }
        return known;
    }

    private Optional<String> content(long key, String kind) {
        return jdbc.sql("select content from engine_model where key = ? and kind = ?")
                .params(key, kind)
                .query(String.class)
                .optional();
    }
}
