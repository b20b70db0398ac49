package app.orchard.order;

import app.orchard.shared.OrderId;
import java.util.UUID;

/** Published in the transaction in which a confirmed order gets its place in a slot: somebody has to bring it then. */
public record OrderAwaitsDelivery(OrderId order, UUID slot) {}
