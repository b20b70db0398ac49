package app.orchard.order;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that cancels.
 *
 * @param shown what the customer was told would go back; less makes the cancellation fail
 */
public record OrderCancelled(
        OrderId order,
        CancellationStage stage,
        Fault fault,
        @Nullable Money shown) {}
