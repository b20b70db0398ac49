package app.orchard.payment;

import app.orchard.payment.razorpay.Answer;
import app.orchard.payment.razorpay.GatewayPayment;
import app.orchard.payment.razorpay.GatewayRefund;
import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Talks to the gateway about payments, between transactions and never inside one. What was asked is written down
 * before, what was answered after.
 */
@Component
class GatewayDesk {

    private static final Logger log = LoggerFactory.getLogger(GatewayDesk.class);

    private final RazorpayGateway gateway;
    private final PaymentBooks books;
    private final Settlement settlement;
    private final Refunds refunds;

    GatewayDesk(RazorpayGateway gateway, PaymentBooks books, Settlement settlement, Refunds refunds) {
        this.gateway = gateway;
        this.books = books;
        this.settlement = settlement;
        this.refunds = refunds;
    }

    /**
     * Lets the gateway expect the customer's money.
     *
     * @return false when the gateway will never take this payment
     * @throws Refusal UNAVAILABLE when it could not be asked or did not answer; to be tried again
     */
    boolean request(OrderId order) {
        return request(order, books.startAsking(order));
    }

    /** The same for an order that was to be paid in cash. */
    boolean requestAtTheDoor(OrderId order) {
        return request(order, books.startAskingAtTheDoor(order));
    }

    private boolean request(OrderId order, Optional<PaymentBooks.Asking> asking) {
        if (asking.isEmpty()) {
            return true;
        }
        Answer<String> answer = requested(asking.get());
        books.requested(order, answer);
        return switch (answer) {
            case Answer.Given<String> given -> true;
            case Answer.Refused<String> refused -> false;
            case Answer.NotAsked<String>(String why) -> throw silent(order, why);
            case Answer.Unknown<String>(String why) -> throw silent(order, why);
        };
    }

    private Answer<String> requested(PaymentBooks.Asking asking) {
        if (asking.before()) {
            Answer<Optional<String>> known = gateway.orderWithReceipt(asking.receipt());
            if (!(known instanceof Answer.Given<Optional<String>>(Optional<String> found))) {
                return unclear(known);
            }
            if (found.isPresent()) {
                return new Answer.Given<>(found.get());
            }
        }
        Answer<String> answer = gateway.createOrder(asking.amount(), asking.receipt());
        boolean exists = answer instanceof Answer.Refused<String>(String why) && why.contains("should be unique");
        return exists ? gateway.orderWithReceipt(asking.receipt()).map(Optional::orElseThrow) : answer;
    }

    /** A refused question about what exists says nothing about the payment. */
    private static Answer<String> unclear(Answer<Optional<String>> known) {
        return known instanceof Answer.NotAsked<Optional<String>>(String why)
                ? new Answer.NotAsked<>(why)
                : new Answer.Unknown<>("The gateway did not say whether it knows the order");
    }

    /**
     * Asks what came in for this order, and takes what is only authorised.
     *
     * @return whether the gateway answered
     */
    boolean check(OrderId order) {
        PaymentBooks.Open open = books.open(order);
        Optional<String> gatewayOrder = open.gatewayOrderId();
        if (gatewayOrder.isEmpty() && open.asked()) {
            Answer<Optional<String>> known = gateway.orderWithReceipt(open.receipt());
            if (!(known instanceof Answer.Given<Optional<String>>(Optional<String> found))) {
                books.checked(order);
                return false;
            }
            found.ifPresent(id -> books.requested(order, new Answer.Given<>(id)));
            gatewayOrder = found;
        }
        boolean heard = gatewayOrder.map(this::settleAll).orElse(true);
        books.checked(order);
        return heard;
    }

    private boolean settleAll(String gatewayOrder) {
        return switch (gateway.paymentsOf(gatewayOrder)) {
            case Answer.Given<List<GatewayPayment>>(List<GatewayPayment> seen) -> settleAll(seen);
            case Answer.Refused<List<GatewayPayment>>(String why) -> {
                log.warn("The gateway does not tell what came in for {}: {}", gatewayOrder, why);
                yield true;
            }
            case Answer.NotAsked<List<GatewayPayment>> later -> false;
            case Answer.Unknown<List<GatewayPayment>> silence -> false;
        };
    }

    private boolean settleAll(List<GatewayPayment> seen) {
        boolean heard = true;
        for (GatewayPayment payment : seen.reversed()) {
            heard &= settle(payment);
        }
        return heard;
    }

    private boolean settle(GatewayPayment seen) {
        if (seen.state() == GatewayPayment.State.AUTHORIZED && books.isAwaited(seen.orderId())) {
            return take(seen);
        }
        settlement.settle(seen);
        return !books.hasForeignRefunds(seen) || recordRefunds(seen.id());
    }

    private boolean take(GatewayPayment authorised) {
        Answer<GatewayPayment> captured = gateway.capture(authorised);
        // Refused when the gateway was quicker and captured it by itself; it is asked again soon.
        settlement.settle(captured instanceof Answer.Given<GatewayPayment>(GatewayPayment now) ? now : authorised);
        return captured instanceof Answer.Given<GatewayPayment>;
    }

    private boolean recordRefunds(String paymentId) {
        if (gateway.refundsOf(paymentId) instanceof Answer.Given<List<GatewayRefund>>(var seen)) {
            seen.forEach(refunds::hear);
            return true;
        }
        return false;
    }

    /**
     * The time to pay is over. The gateway is asked before the payment is given up; if it stays silent to the last, the
     * payment is given up all the same, because the janitor goes on asking and money that comes late is dealt with.
     *
     * @return whether the money came in time
     * @throws Refusal UNAVAILABLE when the gateway did not answer and this is not the last try
     */
    boolean expire(OrderId order, boolean lastTry) {
        if (!check(order) && !lastTry) {
            throw silent(order, "asked whether it was paid");
        }
        return books.expire(order);
    }

    /** The customer came back from the checkout with a valid signature: the money is authorised at least. */
    void returned(String paymentId, OrderId order) {
        if (gateway.payment(paymentId) instanceof Answer.Given<GatewayPayment>(GatewayPayment seen)) {
            settle(seen);
        } else {
            books.checkSoon(order);
        }
    }

    private static Refusal silent(OrderId order, String why) {
        return Refusal.unavailable(
                "gateway-silent",
                "The payment gateway gave no answer for order " + order + " (" + why + "). It is asked again.");
    }
}
