package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What orders owe and what became of it. Tells others by {@link PaymentCaptured}, {@link PaymentAttemptFailed},
 * {@link PaymentExpired} and {@link PaymentRefunded}, each in the transaction that made it true.
 */
@Service
@Transactional
public class Payments {

    /** In the transaction that places the order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(NewPayment payment) {
        throw new UnsupportedOperationException();
    }

    /** The order was to be paid in cash, and must be paid on the web by then. Again: changes nothing. */
    public void switchToOnline(OrderId order, Instant expiresAt) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public Optional<PaymentView> of(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** Orders without a payment are left out. */
    @Transactional(readOnly = true)
    public Map<OrderId, PaymentView> of(Collection<OrderId> orders) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws app.orchard.shared.Refusal CONFLICT "payment-not-ready" until the gateway knows of it (a second or two),
     *     "payment-over" when there is nothing to pay any more, NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Checkout checkout(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /**
     * The customer paid the driver. Again with the same amount: changes nothing.
     *
     * @throws app.orchard.shared.Refusal INVALID "wrong-amount" when it is not what the order owes
     */
    public void collectCash(OrderId order, Money amount, Staff by) {
        throw new UnsupportedOperationException();
    }

    /** The customer paid the whole amount at the stall, in cash or by UPI. Again: changes nothing. */
    public void collectAtStall(OrderId order, Staff by) {
        throw new UnsupportedOperationException();
    }

    /** The order is cancelled: money that still arrives is late. Captured payments stay as they are. */
    public void cancel(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** What came in, whether or not some of it went back. */
    @Transactional(readOnly = true)
    public Money captured(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends a part back, after this transaction.
     *
     * @param key names the occasion; the same occasion is refunded once
     * @throws app.orchard.shared.Refusal CONFLICT "refund-too-large" when less than that is left
     */
    public void refund(OrderId order, Money amount, String reason, String key) {
        throw new UnsupportedOperationException();
    }

    /** Sends back, after this transaction, whatever is still ours. Again: changes nothing. */
    public void refundAll(OrderId order, String reason) {
        throw new UnsupportedOperationException();
    }
}
