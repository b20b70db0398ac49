package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gateway says no, in its own error format. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final @Nullable String field;

    private Problem(int status, String description, String reason, @Nullable String field) {
        super(description);
        this.status = status;
        this.reason = reason;
        this.field = field;
    }

    static Problem invalid(String field, String description) {
        return new Problem(400, description, "input_validation_failed", field);
    }

    static Problem extra(String field) {
        return new Problem(400, field + " is/are not required and should not be sent", "extra_field_sent", field);
    }

    static Problem refused(String description) {
        return new Problem(400, description, "input_validation_failed", null);
    }

    static Problem conflict(String description) {
        return new Problem(409, description, "NA", null);
    }

    static Problem unauthenticated() {
        return new Problem(401, "Authentication failed", "NA", null);
    }

    static Problem tooMany() {
        return new Problem(429, "Too many requests", "NA", null);
    }

    static Problem noSuchRoute() {
        return new Problem(400, "The requested URL was not found on the server.", "NA", null);
    }

    Reply reply() {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", "BAD_REQUEST_ERROR");
        error.put("description", getMessage());
        error.put("source", reason.equals("NA") ? "NA" : "business");
        error.put("step", reason.equals("NA") ? "NA" : "payment_initiation");
        error.put("reason", reason);
        error.put("metadata", Map.of());
        if (field != null) {
            error.put("field", field);
        }
        return Reply.json(status, Map.of("error", error));
    }
}
