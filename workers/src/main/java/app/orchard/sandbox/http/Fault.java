package app.orchard.sandbox.http;

import java.util.regex.Pattern;

/**
 * A misbehaviour asked for in advance.
 *
 * @param method the requests it meets, empty for all
 * @param path a regular expression found in the path, empty for all
 * @param skip how many matching requests pass unharmed first
 * @param times how many it then meets
 * @param millis how long a time-out keeps the caller waiting before the connection is closed, or a slow answer before
 *     it comes
 */
public record Fault(Kind kind, String method, String path, int skip, int times, long millis) {

    /** What goes wrong. "Before" means the request changes nothing, "after" that its effect is kept. */
    public enum Kind {
        TOO_MANY,
        SERVER_ERROR,
        BAD_GATEWAY,
        TIMEOUT_BEFORE,
        TIMEOUT_AFTER,
        DROP_BEFORE,
        DROP_AFTER,
        SERVER_ERROR_AFTER,
        SLOW,
        MALFORMED_JSON,
        NO_DESCRIPTION
    }

    public static Fault once(Kind kind, String method, String path) {
        return new Fault(kind, method, path, 0, 1, 0);
    }

    boolean concerns(Request request) {
        return (method.isEmpty() || method.equals(request.method()))
                && Pattern.compile(path).matcher(request.path()).find();
    }

    Fault passed() {
        return skip > 0
                ? new Fault(kind, method, path, skip - 1, times, millis)
                : new Fault(kind, method, path, 0, times - 1, millis);
    }
}
