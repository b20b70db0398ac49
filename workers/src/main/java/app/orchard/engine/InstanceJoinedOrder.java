package app.orchard.engine;

import app.orchard.shared.OrderId;

/** It became known which order an instance works for. */
public record InstanceJoinedOrder(long instanceKey, OrderId orderId) {}
