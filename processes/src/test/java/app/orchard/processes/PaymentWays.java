package app.orchard.processes;

import static app.orchard.processes.ErrorCodes.PAYMENT_REFUSED;
import static app.orchard.processes.JobTypes.CALCULATE_REFUND;
import static app.orchard.processes.JobTypes.EXPIRE_PAYMENT;
import static app.orchard.processes.JobTypes.OFFER_RETRY;
import static app.orchard.processes.JobTypes.REMIND_CUSTOMER;
import static app.orchard.processes.JobTypes.REQUEST_PAYMENT;
import static app.orchard.processes.JobTypes.SETTLE_LATE_CAPTURE;
import static app.orchard.processes.ProcessMessages.PAYMENT_CAPTURED;
import static app.orchard.processes.ProcessMessages.PAYMENT_CAPTURED_LATE;
import static app.orchard.processes.ProcessMessages.PAYMENT_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class PaymentWays {
    private static final Map<String, Object> NOTHING_DUE = Map.of("anythingDue", false);
    private static final Duration REMINDER = Duration.ofMinutes(5);
    private static final Duration EXPIRY = Duration.ofMinutes(15);

    @Test
    @DisplayName("customer pays at once — nobody is reminded")
    void paysAtOnce(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).done();
        payment.publish(PAYMENT_CAPTURED);

        payment.reached("endEvent_paymentTaken", "endEvent_paymentCaptured");
        payment.took(REQUEST_PAYMENT);
        assertThat(payment.variable("paid")).isEqualTo("true");
    }

    @Test
    @DisplayName("money comes before the provider answered our request — it counts")
    void paysBeforeTheRequestIsAnswered(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        var request = payment.job(REQUEST_PAYMENT);
        payment.publish(PAYMENT_CAPTURED);
        request.done();

        payment.reached("endEvent_paymentTaken", "endEvent_paymentCaptured");
        payment.took(REQUEST_PAYMENT);
    }

    @Test
    @DisplayName("customer forgets to pay — is reminded and pays")
    void paysAfterReminder(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).done();
        payment.pass(REMINDER);
        payment.job(REMIND_CUSTOMER).done();
        payment.publish(PAYMENT_CAPTURED);

        payment.reached("endEvent_customerReminded", "endEvent_paymentTaken", "endEvent_paymentCaptured");
        payment.took(REQUEST_PAYMENT, REMIND_CUSTOMER);
    }

    @Test
    @DisplayName("customer pays while the reminder is being written — it is not sent any more")
    void paysBeforeTheReminderLeaves(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).done();
        payment.pass(REMINDER);
        payment.job(REMIND_CUSTOMER);
        payment.publish(PAYMENT_CAPTURED);

        payment.reached("endEvent_paymentTaken", "endEvent_paymentCaptured");
        payment.took(REQUEST_PAYMENT, REMIND_CUSTOMER);
    }

    @Test
    @DisplayName("two attempts fail — another try is offered each time, the third succeeds")
    void succeedsAtTheThirdAttempt(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).done();
        payment.publish(PAYMENT_FAILED);
        payment.job(OFFER_RETRY).done();
        payment.publish(PAYMENT_FAILED);
        payment.job(OFFER_RETRY).done();
        payment.publish(PAYMENT_CAPTURED);

        payment.reached("endEvent_retryOffered", "endEvent_paymentTaken", "endEvent_paymentCaptured");
        payment.took(REQUEST_PAYMENT, OFFER_RETRY, OFFER_RETRY);
    }

    @Test
    @DisplayName("customer never pays — the payment expires")
    void neverPays(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).done();
        payment.tookBefore(REMINDER, REQUEST_PAYMENT);
        payment.pass(REMINDER);
        payment.job(REMIND_CUSTOMER).done();
        payment.tookBefore(EXPIRY, REQUEST_PAYMENT, REMIND_CUSTOMER);
        payment.pass(EXPIRY);
        payment.job(EXPIRE_PAYMENT).done(Map.of("paid", false));

        payment.reached("endEvent_customerReminded", "endEvent_paymentExpired");
        payment.took(REQUEST_PAYMENT, REMIND_CUSTOMER, EXPIRE_PAYMENT);
        assertThat(payment.variable("paid")).isEqualTo("false");
    }

    @Test
    @DisplayName("the webhook got lost — the last look finds the money")
    void lastLookFindsTheMoney(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).done();
        payment.pass(REMINDER);
        payment.job(REMIND_CUSTOMER).done();
        payment.pass(EXPIRY);
        payment.job(EXPIRE_PAYMENT).done(Map.of("paid", true));

        payment.reached("endEvent_customerReminded", "endEvent_paymentCaptured");
        assertThat(payment.variable("paid")).isEqualTo("true");
    }

    @Test
    @DisplayName("provider cannot be reached — the payment expires all the same")
    void providerIsAway(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT);
        payment.pass(EXPIRY);
        payment.job(EXPIRE_PAYMENT).done(Map.of("paid", false));

        payment.reached("endEvent_paymentExpired");
        payment.took(REQUEST_PAYMENT, REMIND_CUSTOMER, EXPIRE_PAYMENT);
    }

    @Test
    @DisplayName("provider refuses — nobody waits for the money")
    void providerRefuses(Walk payment) {
        payment.call(ProcessIds.PAYMENT, needed(payment));
        payment.job(REQUEST_PAYMENT).ends(PAYMENT_REFUSED);

        payment.reached("endEvent_paymentImpossible");
        payment.took(REQUEST_PAYMENT);
        assertThat(payment.variable("paid")).isEqualTo("false");
    }

    @Test
    @DisplayName("customer pays late, everything is still there — the order goes on")
    void lateCaptureReinstates(Walk payment) {
        payment.publish(PAYMENT_CAPTURED_LATE, Map.of("orderId", payment.id()));
        payment.job(SETTLE_LATE_CAPTURE).done(Map.of("reinstated", true));

        payment.reached("endEvent_orderReinstated");
        payment.took(SETTLE_LATE_CAPTURE);
    }

    @Test
    @DisplayName("customer pays late — capture is refunded")
    void lateCaptureIsRefunded(Walk payment) {
        payment.publish(PAYMENT_CAPTURED_LATE, Map.of("orderId", payment.id()));
        payment.job(SETTLE_LATE_CAPTURE).done(Map.of("reinstated", false));
        var refund = payment.job(CALCULATE_REFUND);
        refund.done(NOTHING_DUE);

        payment.reached("endEvent_lateCaptureRefunded", "endEvent_nothingDue");
        payment.took(SETTLE_LATE_CAPTURE, CALCULATE_REFUND);
        assertThat(refund.variables()).containsEntry("reason", "capturedLate");
    }

    private static Map<String, String> needed(Walk payment) {
        return Map.of(
                "orderId", payment.id(),
                "paymentRemindAt", payment.at(REMINDER),
                "paymentExpiresAt", payment.at(EXPIRY));
    }
}
