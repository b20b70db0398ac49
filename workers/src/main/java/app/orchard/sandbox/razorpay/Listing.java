package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A page of entities, newest first: {@code from}, {@code to}, {@code count} and {@code skip}. */
final class Listing {
    private Listing() {}

    static Map<String, Object> page(List<Map<String, Object>> all, Request request) {
        return collection(items(all, request));
    }

    static List<Map<String, Object>> items(List<Map<String, Object>> all, Request request) {
        long from = number(request, "from", 0, Long.MAX_VALUE);
        long to = number(request, "to", Long.MAX_VALUE, Long.MAX_VALUE);
        Predicate<Map<String, Object>> inTime = entity -> {
            long at = ((Number) entity.getOrDefault("created_at", 0)).longValue();
            return at >= from && at <= to;
        };
        return all.reversed().stream()
                .filter(inTime)
                .skip(number(request, "skip", 0, Long.MAX_VALUE))
                .limit(number(request, "count", 10, 100))
                .toList();
    }

    static Map<String, Object> collection(List<Map<String, Object>> items) {
        var collection = new LinkedHashMap<String, Object>();
        collection.put("entity", "collection");
        collection.put("count", items.size());
        collection.put("items", items);
        return collection;
    }

    private static long number(Request request, String name, long otherwise, long most) {
        String text = request.query(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw Problem.invalid(name, "The " + name + " must be an integer.");
        }
        long number = Long.parseLong(text);
        if (number > most) {
            throw Problem.invalid(name, "The " + name + " may not be greater than " + most + ".");
        }
        return number;
    }
}
