package app.orchard.embedded;

/** A part did not start; the message says which, why, and what to do next. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String sentence) {
        super(sentence);
    }

    public StartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
