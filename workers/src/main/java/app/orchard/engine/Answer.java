package app.orchard.engine;

/** What came of sending a command. */
sealed interface Answer {

    /** The engine has it, now or from an earlier attempt. */
    record Taken() implements Answer {}

    /** Nobody answers, or the engine asks for a pause: nothing else has better chances now. */
    record Busy(String reason) implements Answer {}

    /** The engine does not take this very command. */
    record Refused(String reason) implements Answer {}
}
