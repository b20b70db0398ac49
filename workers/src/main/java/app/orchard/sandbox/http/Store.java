package app.orchard.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator knows, by kind and id, in the order it first came. With a file every change is one appended
 * line, so a killed simulator starts again where it was.
 */
public final class Store implements AutoCloseable {
    private final Map<String, Map<String, Map<String, Object>>> kinds = new LinkedHashMap<>();
    private final @Nullable Path file;
    private @Nullable Writer log;

    private Store(@Nullable Path file) {
        this.file = file;
    }

    public static Store inMemory() {
        return new Store(null);
    }

    public static Store in(Path file) throws IOException {
        var store = new Store(file);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(store::replay);
        }
        store.compact(file);
        return store;
    }

    public synchronized void put(String kind, String id, Map<String, Object> value) {
        kind(kind).put(id, new LinkedHashMap<>(value));
        append(kind, id, value);
    }

    public synchronized void remove(String kind, String id) {
        kind(kind).remove(id);
        append(kind, id, null);
    }

    /** A copy of what is kept; changing it changes nothing until it is put. */
    public synchronized Optional<Map<String, Object>> get(String kind, String id) {
        return Optional.ofNullable(kind(kind).get(id)).map(LinkedHashMap::new);
    }

    public List<Map<String, Object>> all(String kind) {
        return where(kind, value -> true);
    }

    public synchronized List<Map<String, Object>> where(String kind, Predicate<Map<String, Object>> condition) {
        return kind(kind).values().stream()
                .filter(condition)
                .<Map<String, Object>>map(LinkedHashMap::new)
                .toList();
    }

    /** 1, 2, 3 … for each name, never the same again. */
    public synchronized long next(String name) {
        long next = get("counter", name)
                        .map(counter -> ((Number) counter.getOrDefault("value", 0)).longValue())
                        .orElse(0L)
                + 1;
        put("counter", name, Map.of("value", next));
        return next;
    }

    public synchronized void clear() {
        kinds.keySet().removeIf(kind -> !kind.equals("counter"));
        if (file != null) {
            compact(file);
        }
    }

    /** After that changes are kept in memory only. */
    @Override
    public synchronized void close() {
        if (log != null) {
            try {
                log.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            log = null;
        }
    }

    private Map<String, Map<String, Object>> kind(String kind) {
        return kinds.computeIfAbsent(kind, key -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked")
    private void replay(String line) {
        // The last line of a killed simulator may be cut short; it was not yet answered.
        if (line.endsWith("}")) {
            var entry = Json.object(line);
            var values = kind(Objects.toString(entry.get("kind")));
            String id = Objects.toString(entry.get("id"));
            if (entry.get("value") instanceof Map<?, ?> value) {
                values.put(id, (Map<String, Object>) value);
            } else {
                values.remove(id);
            }
        }
    }

    private void append(String kind, String id, @Nullable Map<String, Object> value) {
        if (log != null) {
            write(log, kind, id, value);
            flush(log);
        }
    }

    private void compact(Path file) {
        try {
            close();
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                kinds.forEach((kind, values) -> values.forEach((id, value) -> write(writer, kind, id, value)));
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            log = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writer writer, String kind, String id, @Nullable Map<String, Object> value) {
        var line = new LinkedHashMap<String, Object>(Map.of("kind", kind, "id", id));
        if (value != null) {
            line.put("value", value);
        }
        try {
            writer.write(Json.write(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flush(Writer writer) {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
