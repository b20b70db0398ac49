package app.orchard.task;

import app.orchard.shared.OrderId;
import org.jspecify.annotations.Nullable;

/** A task came into the inbox. Published in the transaction that stores it; listeners are idempotent. */
public record TaskOpened(long key, String element, @Nullable OrderId orderId) {}
