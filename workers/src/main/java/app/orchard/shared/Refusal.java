package app.orchard.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The business says no: what happened, to what, and what to do next, in one sentence for people, with a stable type
 * for programs.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in the terms of a caller. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_MANY,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String type;
    private final transient Map<String, Object> details = new LinkedHashMap<>();

    private Refusal(Kind kind, String type, String sentence) {
        super(sentence);
        this.kind = kind;
        this.type = type;
    }

    public static Refusal invalid(String type, String sentence) {
        return new Refusal(Kind.INVALID, type, sentence);
    }

    public static Refusal unauthenticated(String type, String sentence) {
        return new Refusal(Kind.UNAUTHENTICATED, type, sentence);
    }

    public static Refusal forbidden(String sentence) {
        return new Refusal(Kind.FORBIDDEN, "forbidden", sentence);
    }

    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "not-found", "There is no such " + what + ".");
    }

    public static Refusal conflict(String type, String sentence) {
        return new Refusal(Kind.CONFLICT, type, sentence);
    }

    public static Refusal tooMany(String type, String sentence) {
        return new Refusal(Kind.TOO_MANY, type, sentence);
    }

    public static Refusal unavailable(String type, String sentence) {
        return new Refusal(Kind.UNAVAILABLE, type, sentence);
    }

    /** Adds a member to the problem details that programs read. */
    public Refusal with(String key, Object value) {
        details.put(key, value);
        return this;
    }

    public Refusal because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public String type() {
        return type;
    }

    public Map<String, Object> details() {
        return details;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
