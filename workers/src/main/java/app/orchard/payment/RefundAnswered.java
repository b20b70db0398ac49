package app.orchard.payment;

import app.orchard.shared.OrderId;
import java.util.UUID;

/**
 * The gateway told by itself what became of a refund.
 *
 * @param request what the money was set aside for
 * @param key of the single transfer
 * @param failed it could not be sent, perhaps after it had been reported as sent
 */
public record RefundAnswered(OrderId order, UUID request, String key, boolean failed) {}
