package app.orchard.engine;

/** @param variables a JSON object */
record PendingCommand(long id, String orderingKey, EngineCommand command, String variables, int attempts) {}
