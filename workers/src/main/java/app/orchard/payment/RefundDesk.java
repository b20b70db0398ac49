package app.orchard.payment;

import app.orchard.payment.razorpay.Answer;
import app.orchard.payment.razorpay.GatewayRefund;
import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.shared.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Sends money back: asked under a key, looked up before it is asked again. Never called inside a transaction. */
@Service
public class RefundDesk {

    private final RazorpayGateway gateway;
    private final Refunds refunds;

    RefundDesk(RazorpayGateway gateway, Refunds refunds) {
        this.gateway = gateway;
        this.refunds = refunds;
    }

    /** Asks the gateway for whatever was set aside and is due. */
    public RefundProgress send(OrderId order, UUID request) {
        refunds.dueOf(request).forEach(this::send);
        return refunds.progress(order, request);
    }

    private void send(String key) {
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
