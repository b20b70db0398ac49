package app.orchard.task;

import app.orchard.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A task came into the inbox. Listeners run in a transaction of their own just before the task's commits, so they may
 * hear of it twice and are idempotent. When one refuses, the others and the inbox go on.
 */
public record TaskOpened(long key, String element, @Nullable OrderId orderId) {}
