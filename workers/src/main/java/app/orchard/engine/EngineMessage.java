package app.orchard.engine;

import java.util.Map;

/**
 * A fact that starts or continues a process.
 *
 * @param name one of {@code app.orchard.processes.ProcessMessages}
 * @param correlationKey which instance waits for it; may be empty for a message that only starts instances
 * @param messageId made from business data; the engine takes a message id once, so the fact counts once
 * @param variables ids and flags, never personal data
 * @param orderingKey commands with the same key reach the engine in the order in which they were stored
 */
public record EngineMessage(
        String name, String correlationKey, String messageId, Map<String, ?> variables, String orderingKey) {

    public EngineMessage {
        if (name.isBlank() || messageId.isBlank() || orderingKey.isBlank()) {
            throw new IllegalArgumentException("A message to the engine has a name, an id and an ordering key");
        }
        variables = Map.copyOf(variables);
    }
}
