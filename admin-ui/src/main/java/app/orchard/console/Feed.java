package app.orchard.console;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a page shows, and which changes make it read again.
 *
 * @param key pages whose feeds have equal keys share one reading
 * @param read on a thread without a page: it must not ask who is signed in
 */
public record Feed<T>(Object key, Predicate<String> topics, Supplier<T> read) {}
