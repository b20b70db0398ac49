package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The body of a call, read as strictly as the gateway reads it. */
final class Input {
    private static final long MINIMUM = 100;

    private final Map<String, Object> body;

    private Input(Map<String, Object> body) {
        this.body = body;
    }

    static Input of(Request request, Set<String> known) {
        Map<String, Object> body;
        try {
            body = request.json();
        } catch (JacksonException e) {
            throw Problem.refused("The request body is not valid JSON.");
        }
        body.keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw Problem.extra(field);
                });
        return new Input(body);
    }

    long amount(String field) {
        return optionalAmount(field).orElseThrow(() -> Problem.invalid(field, field + ": is required."));
    }

    Optional<Long> optionalAmount(String field) {
        Object value = body.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Integer || value instanceof Long)) {
            throw Problem.invalid(field, "The " + field + " must be an integer.");
        }
        long amount = ((Number) value).longValue();
        if (amount < MINIMUM) {
            throw Problem.invalid(field, "The " + field + " must be at least INR 1.00");
        }
        return Optional.of(amount);
    }

    long number(String field, long otherwise) {
        return body.get(field) instanceof Number number ? number.longValue() : otherwise;
    }

    String rupees() {
        Object currency = body.get("currency");
        if (currency == null) {
            throw Problem.invalid("currency", "currency: is required.");
        }
        if (!currency.equals("INR")) {
            throw Problem.invalid("currency", "The currency is not supported.");
        }
        return "INR";
    }

    @Nullable
    String text(String field, int longest) {
        Object value = body.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > longest) {
            throw Problem.invalid(field, "The " + field + " may not be greater than " + longest + " characters.");
        }
        return text;
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(body.get(field)) || Integer.valueOf(1).equals(body.get(field));
    }

    boolean has(String field) {
        return body.containsKey(field);
    }

    /** An empty value comes back as an empty array: the gateway's habit. */
    Object notes() {
        Object notes = body.get("notes");
        if (notes == null || notes instanceof List<?> list && list.isEmpty()) {
            return List.of();
        }
        if (!(notes instanceof Map<?, ?> pairs)) {
            throw Problem.invalid("notes", "The notes must be an array.");
        }
        if (pairs.size() > 15) {
            throw Problem.invalid("notes", "The notes may not have more than 15 items.");
        }
        if (pairs.values().stream().anyMatch(value -> String.valueOf(value).length() > 256)) {
            throw Problem.invalid("notes", "A value of notes may not be greater than 256 characters.");
        }
        return pairs.isEmpty() ? List.of() : pairs;
    }

    Map<String, Object> raw() {
        return body;
    }
}
