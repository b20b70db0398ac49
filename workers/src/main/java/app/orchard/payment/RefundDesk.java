package app.orchard.payment;

import app.orchard.payment.razorpay.Answer;
import app.orchard.payment.razorpay.GatewayRefund;
import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends money back: asked under a key, looked up before it is asked again. */
@Component
class RefundDesk {

    private final RazorpayGateway gateway;
    private final Payments payments;
    private final Refunds refunds;

    RefundDesk(RazorpayGateway gateway, Payments payments, Refunds refunds) {
        this.gateway = gateway;
        this.payments = payments;
        this.refunds = refunds;
    }

    /**
     * Sends back whatever is still ours of an order.
     *
     * @throws Refusal UNAVAILABLE while the gateway has not taken it, CONFLICT "refund-refused" when it will not
     */
    void refundAll(OrderId order) {
        refunds.requestRest(order, "The order came to nothing");
        refunds.dueOf(order).forEach(this::send);
        refunds.firstUnsent(order).ifPresent(refund -> {
            throw Refusal.unavailable(
                    "refund-underway",
                    "The gateway has not taken the refund of %s yet (%s). It is asked again."
                            .formatted(
                                    refund.amount().format(),
                                    Objects.requireNonNullElse(refund.failure(), "being asked")));
        });
        PaymentView payment = payments.of(order).orElseThrow();
        if (!payment.captured().equals(payment.refunded())) {
            throw Refusal.conflict(
                    "refund-refused",
                    "The gateway refused to send back %s of order %s. Look at its dashboard, then retry."
                            .formatted(
                                    payment.captured().minus(payment.refunded()).format(), order));
        }
    }

    void send(String key) {
        refunds.start(key).ifPresent(this::send);
    }

    private void send(Refunds.Errand errand) {
        if (errand.triedBefore()) {
            Answer<List<GatewayRefund>> known = gateway.refundsOf(errand.captureId());
            if (!(known instanceof Answer.Given<List<GatewayRefund>>(List<GatewayRefund> seen))) {
                refunds.tryAgain(errand.key(), RefundState.UNKNOWN, "The gateway does not answer.");
                return;
            }
            Optional<GatewayRefund> ours = seen.stream()
                    .filter(refund -> refund.key().equals(errand.key()))
                    .findFirst();
            if (ours.isPresent()) {
                refunds.record(ours.get());
                refunds.tryAgain(errand.key(), RefundState.UNKNOWN, "The gateway works on it.");
                return;
            }
        }
        ask(errand);
    }

    private void ask(Refunds.Errand errand) {
        switch (gateway.refund(errand.captureId(), errand.amount(), errand.key())) {
            case Answer.Given<GatewayRefund>(GatewayRefund taken) -> refunds.record(taken.under(errand.key()));
            case Answer.NotAsked<GatewayRefund>(String why) ->
                refunds.tryAgain(errand.key(), RefundState.REQUESTED, why);
            case Answer.Unknown<GatewayRefund>(String why) -> refunds.tryAgain(errand.key(), RefundState.UNKNOWN, why);
            case Answer.Refused<GatewayRefund>(String why) -> refused(errand, why);
        }
    }

    /** Perhaps because somebody sent the money back from the gateway's dashboard. */
    private void refused(Refunds.Errand errand, String why) {
        refunds.refused(errand.key(), why);
        if (gateway.refundsOf(errand.captureId()) instanceof Answer.Given<List<GatewayRefund>>(var seen)) {
            seen.forEach(refunds::record);
        }
    }
}
