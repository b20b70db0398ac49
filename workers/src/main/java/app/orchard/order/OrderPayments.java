package app.orchard.order;

import app.orchard.payment.PaymentAttemptFailed;
import app.orchard.payment.PaymentCaptured;
import app.orchard.payment.PaymentRefunded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what happened to an order's money into its timeline. */
@Component
class OrderPayments {

    private final Timeline timeline;

    OrderPayments(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    void on(PaymentCaptured captured) {
        String when = captured.late() ? "Paid, too late: " : "Paid: ";
        timeline.add(
                captured.order(),
                "paid",
                Timeline.SYSTEM,
                when + captured.amount().format() + ".");
    }

    @EventListener
    void on(PaymentAttemptFailed failed) {
        timeline.add(failed.order(), "payment-failed", "Customer", "A payment did not go through.");
    }

    @EventListener
    void on(PaymentRefunded refunded) {
        timeline.add(
                refunded.order(),
                "refunded",
                Timeline.SYSTEM,
                "Sent back: " + refunded.amount().format() + ".");
    }
}
