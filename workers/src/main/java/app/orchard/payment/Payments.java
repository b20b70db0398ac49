package app.orchard.payment;

import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.payment.razorpay.RazorpaySettings;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
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

    static final String CALLBACK = "/payments/razorpay/callback";

    private final PaymentRepository payments;
    private final CaptureRepository captures;
    private final PaymentViews views;
    private final Refunds refunds;
    private final RazorpaySettings razorpay;
    private final Business business;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final URI publicUrl;

    Payments(
            PaymentRepository payments,
            CaptureRepository captures,
            PaymentViews views,
            Refunds refunds,
            RazorpayGateway gateway,
            Business business,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${orchard.public-url}") URI publicUrl) {
        this.payments = payments;
        this.captures = captures;
        this.views = views;
        this.refunds = refunds;
        this.razorpay = gateway.settings();
        this.business = business;
        this.events = events;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** In the transaction that places the order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(NewPayment payment) {
        payments.saveAndFlush(new Payment(payment, clock.instant()));
    }

    /** The order was to be paid in cash, and must be paid on the web by then. Again: changes nothing. */
    public void switchToOnline(OrderId order, Instant expiresAt) {
        lock(order).switchToOnline(expiresAt);
        payments.flush();
    }

    @Transactional(readOnly = true)
    public Optional<PaymentView> of(OrderId order) {
        return Optional.ofNullable(of(List.of(order)).get(order));
    }

    /** Orders without a payment are left out. */
    @Transactional(readOnly = true)
    public Map<OrderId, PaymentView> of(Collection<OrderId> orders) {
        return views.of(orders).stream().collect(Collectors.toMap(PaymentView::order, Function.identity()));
    }

    /** What goes or went back, oldest first. */
    @Transactional(readOnly = true)
    public List<RefundView> refunds(OrderId order) {
        return views.refunds(order);
    }

    /**
     * @throws Refusal CONFLICT "payment-not-ready" until the gateway knows of it (a second or two), "payment-over" when
     *     there is nothing to pay any more, NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Checkout checkout(OrderId order) {
        PaymentView payment = of(order).orElseThrow(() -> Refusal.notFound("payment"));
        boolean over =
                payment.state() == PaymentState.CAPTURED || payment.state().hasEnded();
        Optional<String> gatewayOrder = views.gatewayOrder(order);
        boolean isInCash = payment.method() != PaymentMethod.ONLINE && gatewayOrder.isEmpty();
        if (over || isInCash) {
            throw Refusal.conflict("payment-over", "There is nothing to pay online for this order.");
        }
        return new Checkout(
                razorpay.keyId(),
                gatewayOrder.orElseThrow(() -> Refusal.conflict(
                        "payment-not-ready", "The payment is being prepared. Please try again in a moment.")),
                payment.amount(),
                Money.currency().getCurrencyCode(),
                business.name(),
                "Order " + views.orderNumber(order),
                razorpay.script(),
                publicUrl.resolve(CALLBACK),
                payment.expiresAt());
    }

    /**
     * The customer paid the driver. Again with the same amount: changes nothing.
     *
     * @throws Refusal INVALID "wrong-amount" when it is not what the order owes
     */
    public void collectCash(OrderId order, Money amount, Staff by) {
        by.require(Role.DRIVER, Role.STALL);
        collect(order, amount, "cash", by);
    }

    /** The customer paid the whole amount at the stall, in cash or by UPI. Again: changes nothing. */
    public void collectAtStall(OrderId order, Staff by) {
        by.require(Role.STALL);
        Payment payment = lock(order);
        collect(order, payment.amount(), payment.method() == PaymentMethod.UPI_AT_STALL ? "upi" : "cash", by);
    }

    private void collect(OrderId order, Money amount, String method, Staff by) {
        Payment payment = lock(order);
        if (!amount.equals(payment.amount())) {
            throw Refusal.invalid(
                            "wrong-amount",
                            "Order " + payment.orderNumber() + " costs "
                                    + payment.amount().format() + ", not " + amount.format() + ".")
                    .with("amount", payment.amount().minor());
        }
        Capture capture = Capture.inPerson(order, method, amount, by.login(), clock.instant());
        if (captures.existsById(capture.getId())) {
            return;
        }
        if (payment.state() == PaymentState.CAPTURED) {
            throw Refusal.conflict("already-paid", "Order " + payment.orderNumber() + " is paid already.");
        }
        payment.collect(amount);
        captures.saveAndFlush(capture);
        events.publishEvent(new PaymentCaptured(order, amount, false));
        if (method.equals("cash")) {
            events.publishEvent(new CashCollected(order, amount, by));
        }
    }

    /** The order is cancelled: money that still arrives is late. Captured payments stay as they are. */
    public void cancel(OrderId order) {
        Payment payment = lock(order);
        if (payment.state() != PaymentState.CAPTURED && payment.state() != PaymentState.CANCELLED) {
            payment.cancel();
        }
        payments.flush();
    }

    /** What came in, whether or not some of it went back. */
    @Transactional(readOnly = true)
    public Money captured(OrderId order) {
        return of(order).map(PaymentView::captured).orElse(Money.ZERO);
    }

    /** What came in and has not gone back or been set aside for it; it stays so until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money left(OrderId order) {
        return lock(order).retained();
    }

    /**
     * Sets money aside that goes back, or as much of it as is left; {@link RefundDesk} sends it.
     *
     * @param request names the occasion; the same occasion is refunded once
     */
    public void setAside(OrderId order, UUID request, Money amount, String reason) {
        refunds.setAside(lock(order), request, amount, reason);
        payments.flush();
    }

    /** Somebody gave the customer what was set aside and the gateway has not taken. Again: changes nothing. */
    public void paidByHand(OrderId order, UUID request, HandPayment how, Staff by) {
        by.require(Role.DRIVER, Role.STALL);
        refunds.paidByHand(lock(order), request, how, by);
        payments.flush();
    }

    /** What the gateway refused is to be sent once more. */
    public void sendOnceMore(OrderId order, UUID request, Staff by) {
        by.require(Role.FOUNDER);
        refunds.replaceStuck(lock(order), request);
        payments.flush();
    }

    private Payment lock(OrderId order) {
        return payments.lock(order.value()).orElseThrow(() -> Refusal.notFound("payment"));
    }
}
