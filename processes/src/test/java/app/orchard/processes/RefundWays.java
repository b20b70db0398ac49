package app.orchard.processes;

import static app.orchard.processes.Elements.APPROVE_REFUND;
import static app.orchard.processes.Elements.PAY_OUT_REFUND;
import static app.orchard.processes.Elements.RESOLVE_REFUND;
import static app.orchard.processes.JobTypes.CALCULATE_REFUND;
import static app.orchard.processes.JobTypes.REPORT_REFUND_DELAY;
import static app.orchard.processes.JobTypes.SEND_REFUND;
import static app.orchard.processes.ProcessMessages.REFUND_ANSWERED;
import static app.orchard.processes.ProcessMessages.REFUND_BOUNCED;
import static app.orchard.processes.ProcessMessages.REFUND_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class RefundWays {
    private static final Map<String, Object> DONE = Map.of("outcome", "done");
    private static final Map<String, Object> BY_HAND = Map.of("outcome", "byHand");
    private static final Map<String, Object> FAILED = Map.of("outcome", "failed");
    private static final Duration ASK_AGAIN = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofDays(1);

    @Test
    @DisplayName("small amount — sent at once, nobody is asked")
    void sentAtOnce(Walk refund) {
        refund.call(ProcessIds.REFUND, Map.of("orderId", refund.id(), "reason", "cancelled", "stage", "beforeCutoff"));
        var calculation = refund.job(CALCULATE_REFUND);
        calculation.done(due(refund, false));
        var sending = refund.job(SEND_REFUND);
        sending.done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, SEND_REFUND);
        assertThat(calculation.variables()).extractingByKey("policy").asString().contains("goodsShare=100");
        assertThat(sending.variables()).containsEntry("refundId", refund.id());
    }

    @Test
    @DisplayName("nothing came in — nothing goes back")
    void nothingDue(Walk refund) {
        refund.call(ProcessIds.REFUND, Map.of("orderId", refund.id(), "reason", "cancelled", "stage", "beforeCutoff"));
        refund.job(CALCULATE_REFUND).done(Map.of("anythingDue", false));

        refund.reached("endEvent_nothingDue");
        refund.took(CALCULATE_REFUND);
    }

    @Test
    @DisplayName("large amount, founder approves — sent")
    void approved(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, true));
        var approval = refund.task(APPROVE_REFUND);
        approval.done(Map.of("approved", true));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, APPROVE_REFUND, SEND_REFUND);
        assertThat(approval.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\"]");
        assertThat(approval.header("io.camunda.zeebe:dueDate")).isEqualTo(refund.at(SETTLE));
    }

    @Test
    @DisplayName("large amount, founder declines — the gateway is never asked")
    void declined(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, true));
        refund.task(APPROVE_REFUND).done(Map.of("approved", false));

        refund.reached("endEvent_refundDeclined", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, APPROVE_REFUND);
    }

    @Test
    @DisplayName("founder does not decide in time — the delay is reported once, the task stays")
    void decidedLate(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, true));
        var approval = refund.task(APPROVE_REFUND);
        refund.tookBefore(SETTLE, CALCULATE_REFUND, APPROVE_REFUND);
        refund.pass(SETTLE);
        refund.job(REPORT_REFUND_DELAY).done();
        approval.done(Map.of("approved", true));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundDelayReported", "endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, APPROVE_REFUND, REPORT_REFUND_DELAY, SEND_REFUND);
    }

    @Test
    @DisplayName("money is back while the delay is being reported — the report is dropped")
    void reportIsDropped(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, true));
        var approval = refund.task(APPROVE_REFUND);
        refund.pass(SETTLE);
        var report = refund.job(REPORT_REFUND_DELAY);
        approval.done(Map.of("approved", true));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        assertThatThrownBy(report::done).isInstanceOf(ClientException.class);
    }

    @Test
    @DisplayName("gateway stays silent — asked again each time it is due, until it answers")
    void askedAgain(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, false));
        refund.job(SEND_REFUND).done(notYet(refund, ASK_AGAIN));
        refund.tookBefore(ASK_AGAIN, CALCULATE_REFUND, SEND_REFUND);
        refund.pass(ASK_AGAIN);
        refund.job(SEND_REFUND).done(notYet(refund, ASK_AGAIN.multipliedBy(3)));
        refund.pass(ASK_AGAIN.multipliedBy(3));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, SEND_REFUND, SEND_REFUND, SEND_REFUND);
    }

    @Test
    @DisplayName("gateway tells by itself — looked at without waiting for the time")
    void gatewayTells(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, false));
        refund.job(SEND_REFUND).done(notYet(refund, ASK_AGAIN));
        refund.publish(REFUND_ANSWERED);
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, SEND_REFUND, SEND_REFUND);
    }

    @Test
    @DisplayName("gateway refuses, founder asks once more — sent")
    void failedThenSent(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, false));
        refund.job(SEND_REFUND).done(FAILED);
        var resolution = refund.task(RESOLVE_REFUND);
        resolution.done(Map.of("decision", "again"));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, SEND_REFUND, RESOLVE_REFUND, SEND_REFUND);
        assertThat(resolution.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\"]");
    }

    @Test
    @DisplayName("cash — paid out by a person, then looked whether all is back")
    void paidOut(Walk refund) {
        request(refund);
        refund.job(CALCULATE_REFUND).done(due(refund, false));
        refund.job(SEND_REFUND).done(BY_HAND);
        refund.task(PAY_OUT_REFUND).done(Map.of("way", "upi"));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, SEND_REFUND, PAY_OUT_REFUND, SEND_REFUND);
    }

    @Test
    @DisplayName("money comes back from the bank — the founder pays it by hand")
    void bounced(Walk refund) {
        refund.publish(
                REFUND_BOUNCED,
                Map.of(
                        "refundId",
                        refund.id(),
                        "orderId",
                        refund.id(),
                        "needsApproval",
                        false,
                        "settleBy",
                        refund.at(SETTLE)));
        refund.job(SEND_REFUND).done(FAILED);
        refund.task(RESOLVE_REFUND).done(Map.of("decision", "paid"));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(SEND_REFUND, RESOLVE_REFUND, SEND_REFUND);
    }

    @Test
    @DisplayName("requested twice with one message id — one refund")
    void requestedTwice(Walk refund) {
        var asked = Map.of("refundId", refund.id(), "orderId", refund.id(), "reason", "goodwill");
        refund.publish(REFUND_REQUESTED, "refund.requested:" + refund.id(), asked);
        assertThatThrownBy(() -> refund.publish(REFUND_REQUESTED, "refund.requested:" + refund.id(), asked))
                .isInstanceOf(ClientException.class);
        refund.job(CALCULATE_REFUND).done(due(refund, false));
        refund.job(SEND_REFUND).done(DONE);

        refund.reached("endEvent_refundSettled", "endEvent_refundClosed");
        refund.took(CALCULATE_REFUND, SEND_REFUND);
    }

    private static void request(Walk refund) {
        refund.publish(
                REFUND_REQUESTED, Map.of("refundId", refund.id(), "orderId", refund.id(), "reason", "complaint"));
    }

    private static Map<String, Object> due(Walk refund, boolean needsApproval) {
        return Map.of(
                "refundId",
                refund.id(),
                "anythingDue",
                true,
                "needsApproval",
                needsApproval,
                "settleBy",
                refund.at(SETTLE));
    }

    private static Map<String, Object> notYet(Walk refund, Duration askAgain) {
        return Map.of("outcome", "waiting", "askAgainAt", refund.at(askAgain));
    }
}
