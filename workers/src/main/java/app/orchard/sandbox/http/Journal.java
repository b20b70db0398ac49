package app.orchard.sandbox.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last requests received, for assertions and for the curious; credentials are left out. */
public final class Journal {
    private static final int LENGTH = 2000;

    /** @param status what was answered, 0 when the caller got no answer */
    public record Entry(
            Instant at,
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            String body,
            int status) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Instant at, Request request, int status) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.keySet().removeIf("authorization"::equalsIgnoreCase);
        if (entries.size() == LENGTH) {
            entries.removeFirst();
        }
        entries.add(new Entry(at, request.method(), request.path(), request.query(), headers, request.text(), status));
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The requests with this method whose path matches the whole regular expression. */
    public List<Entry> of(String method, String path) {
        return entries().stream()
                .filter(entry -> entry.method().equals(method) && entry.path().matches(path))
                .toList();
    }

    public synchronized void clear() {
        entries.clear();
    }
}
